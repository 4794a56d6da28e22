import type { JsonValue } from '../../../../items/configuration-item';

/** Tags as types that came from the CloudFormation registry have them in `configuration` too: a list of `Key` and `Value`. */
export function registryTags(tags: { [key: string]: string }): JsonValue[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
