import type { JsonValue } from '../../../../items/configuration-item';
import { parseJson } from '../../../../json';

/** JSON that a service answers in a string where the CloudFormation registry has the value itself; what is no JSON stays the string that it is. */
export function parsedText(text: string): JsonValue {
  try {
    return parseJson(text) as JsonValue;
  } catch {
    return text;
  }
}
