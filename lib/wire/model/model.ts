import document from './model.json' with { type: 'json' };

/** What the service model says of one operation: the names of its shapes and of the errors that it declares. */
export interface OperationModel {
  input?: string;
  output?: string;
  errors: string[];
}

interface Bounds {
  min?: number;
  max?: number;
}

/** One shape of the service model. Bounds count characters of a string, entries of a list or map, or are a number's own. */
export type Shape =
  | { type: 'structure'; members: { [member: string]: string }; required?: string[] }
  | ({ type: 'list'; member: string } & Bounds)
  | ({ type: 'map'; key: string; value: string } & Bounds)
  | ({ type: 'string'; enum?: string[]; pattern?: string } & Bounds)
  | ({ type: 'integer' | 'long' } & Bounds)
  | { type: 'boolean' }
  | { type: 'timestamp' };

/** What stands before the operation's name in X-Amz-Target, without the dot. */
export const targetPrefix: string = document.targetPrefix;

// Maps, not objects: operation names come from outside, and `constructor` is not an operation.
const operations = new Map<string, OperationModel>(Object.entries(document.operations));
const shapes = new Map<string, Shape>(Object.entries(document.shapes as { [name: string]: Shape }));

/** The names of all operations of AWS Config, supported here or not, in the model's order. */
export const operationNames: readonly string[] = [...operations.keys()];

/** An operation of the model; undefined where AWS Config has none of that name. */
export function operationModel(name: string): OperationModel | undefined {
  return operations.get(name);
}

/** A shape that the model itself names; one that is missing is a fault in model.json. */
export function shapeOf(name: string): Shape {
  const shape = shapes.get(name);
  if (!shape) throw new Error(`The service model has no shape ${name}`);
  return shape;
}
