import { shapeOf } from './model';

/**
 * The model writes these enums in mixed case (`Success`), the service sends capitals (`SUCCESS`), and the AWS CLI's `get-status` compares
 * with capitals.
 */
const sentInCapitals = new Set(['DeliveryStatus', 'RecorderStatus']);

/**
 * A value of the SDK's output type as JSON of AWS JSON 1.1: times as epoch seconds with a fraction, members without a value left
 * out, members that the model does not name dropped.
 */
export function encode(shapeName: string, value: unknown): unknown {
  const shape = shapeOf(shapeName);
  switch (shape.type) {
    case 'structure': {
      const source = value as { [member: string]: unknown };
      const members: { [member: string]: unknown } = {};
      // By far the most that is done for a long list: one pass, and no list of entries in between.
      for (const name in shape.members) {
        const [member, memberShape] = [source[name], shape.members[name]];
        if (member !== undefined && member !== null && memberShape) members[name] = encode(memberShape, member);
      }
      return members;
    }
    case 'list':
      return (value as unknown[]).map((entry) => encode(shape.member, entry));
    case 'map':
      return Object.fromEntries(
        Object.entries(value as object).map(([key, entry]) => [key, encode(shape.value, entry)]),
      );
    case 'timestamp':
      return (value as Date).getTime() / 1000;
    case 'string':
      return sentInCapitals.has(shapeName) ? (value as string).toUpperCase() : value;
    default:
      return value;
  }
}
