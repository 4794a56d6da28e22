import { stringifyJson } from '../../json';
import type { ConfigurationItem, JsonValue } from '../configuration-item';
import { isJsonObject } from './item-fields';
import { joinFields } from './write-item';

/**
 * The line of an item as AWS Config writes it into files, where that differs from what its API and notifications tell: fields within
 * `configuration` and `supplementaryConfiguration` that are null are left out (real files have none, the API has). Null within a list
 * stays, since others would move up.
 *
 * @param texts the item's fields as text, as `fieldTexts` makes them.
 * @returns undefined where the item has no such fields.
 */
export function fileForm(
  item: Pick<ConfigurationItem, 'configuration' | 'supplementaryConfiguration'>,
  texts: ReadonlyMap<string, string>,
): string | undefined {
  const changed = new Map(texts);
  for (const name of ['configuration', 'supplementaryConfiguration'] as const) {
    // Most items have no null at all, which their text tells at once.
    if (texts.get(name)?.includes(':null')) changed.set(name, stringifyJson(withoutNulls(item[name])));
  }
  const isChanged = [...changed].some(([name, text]) => texts.get(name) !== text);
  return isChanged ? joinFields(changed) : undefined;
}

function withoutNulls(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isJsonObject(value)) return value;
  const copy: { [name: string]: JsonValue } = {};
  for (const [name, field] of Object.entries(value)) {
    if (field === null) continue;
    // Defined and not assigned: `__proto__` may be a name of the user's.
    const kept = withoutNulls(field as JsonValue);
    Object.defineProperty(copy, name, { value: kept, enumerable: true, writable: true, configurable: true });
  }
  return copy;
}
