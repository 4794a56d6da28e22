import { canonicalText } from '../items/compare/content';
import type { ConfigurationItem, JsonValue } from '../items/configuration-item';
import { isJsonObject } from '../items/form/item-fields';

export type ChangeType = 'CREATE' | 'UPDATE' | 'DELETE';

export interface ChangedProperty {
  previousValue: JsonValue;
  updatedValue: JsonValue;
  changeType: ChangeType;
}

/** What a change notification calls `configurationItemDiff`. */
export interface ConfigurationItemDiff {
  changedProperties: { [name: string]: ChangedProperty };
  changeType: ChangeType;
}

/**
 * What changed from one item of a resource to the next, as AWS Config tells it in its notifications (seen in captured ones and in
 * the examples of its guide):
 *
 * - Properties are named by their path with capitals: `Configuration.State.Name`,
 *   `SupplementaryConfiguration.BucketPolicy.PolicyText`. Objects on both sides are gone into; else the whole value is told.
 * - Lists are compared without regard to order: what is gone and what came is told under running numbers, `Relationships.0`,
 *   `Configuration.SecurityGroups.1`, what is gone first. Tags are told so too, each by its value alone.
 * - A resource discovered has no changed properties, also when it comes back.
 *
 * @param previous the item before; undefined where none is known
 */
export function configurationItemDiff(
  previous: ConfigurationItem | undefined,
  current: ConfigurationItem,
): ConfigurationItemDiff {
  const changeType = changeTypeOf(previous, current);
  // Without a prototype: a property may have any name.
  const changedProperties: ConfigurationItemDiff['changedProperties'] = Object.create(null);
  if (changeType === 'CREATE' || previous === undefined) return { changedProperties, changeType };
  const tell = (path: string, previousValue: JsonValue, updatedValue: JsonValue) => {
    const kind = previousValue === null ? 'CREATE' : updatedValue === null ? 'DELETE' : 'UPDATE';
    changedProperties[path] = { previousValue, updatedValue, changeType: kind };
  };
  const was = partsOf(previous);
  const is = partsOf(current);
  for (const name of Object.keys(is)) compare(name, was[name] ?? null, is[name] ?? null, tell);
  compareLists(tagsOf(previous), tagsOf(current), (index, was, is) =>
    tell(`Tags.${index}`, tagValue(was), tagValue(is)),
  );
  return { changedProperties, changeType };
}

function changeTypeOf(previous: ConfigurationItem | undefined, current: ConfigurationItem): ChangeType {
  if (current.configurationItemStatus === 'ResourceDeleted') return 'DELETE';
  if (current.configurationItemStatus === 'ResourceDiscovered') return 'CREATE';
  return previous?.configurationItemStatus === 'ResourceDeleted' ? 'CREATE' : 'UPDATE';
}

function partsOf(item: ConfigurationItem): { [name: string]: JsonValue } {
  return {
    Relationships: item.relationships.map(({ resourceId, resourceName, resourceType, name }) => ({
      resourceId: resourceId ?? null,
      resourceName: resourceName ?? null,
      resourceType,
      name,
    })),
    Configuration: item.configuration ?? null,
    SupplementaryConfiguration: item.supplementaryConfiguration,
  };
}

/** Tags as pairs: one whose key changed is another tag, though its value, which is all that is told, is the same. */
function tagsOf({ tags }: ConfigurationItem): [key: string, value: string][] {
  return Object.entries(tags);
}

function tagValue(tag: [string, string] | null): string | null {
  return tag?.[1] ?? null;
}

type Tell = (path: string, previousValue: JsonValue, updatedValue: JsonValue) => void;

/** Deeper objects are told as a whole: a hostile one may be nested thousands of times. */
const deepest = 50;

function compare(path: string, was: JsonValue, is: JsonValue, tell: Tell, depth = 0): void {
  if (Array.isArray(was) && Array.isArray(is)) {
    compareLists(was, is, (index, previous, updated) => tell(`${path}.${index}`, previous, updated));
  } else if (depth < deepest && isJsonObject(was) && isJsonObject(is)) {
    for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
      const shown = capitalized(name);
      const taken = shown !== name && (Object.hasOwn(was, shown) || Object.hasOwn(is, shown));
      compare(`${path}.${taken ? name : shown}`, own(was, name), own(is, name), tell, depth + 1);
    }
  } else if (canonicalText(was) !== canonicalText(is)) {
    tell(path, was, is);
  }
}

/** Tells what is gone and what came, under running numbers. */
function compareLists<Element extends JsonValue>(
  was: Element[],
  is: Element[],
  tell: (index: number, previous: Element | null, updated: Element | null) => void,
): void {
  const gone = without(was, is);
  for (const [index, one] of gone.entries()) tell(index, one, null);
  for (const [index, one] of without(is, was).entries()) tell(gone.length + index, null, one);
}

function own(object: { [name: string]: JsonValue }, name: string): JsonValue {
  return Object.hasOwn(object, name) ? (object[name] ?? null) : null;
}

/** The elements of `list` that are not in `other`, equal ones counted. */
function without<Element extends JsonValue>(list: Element[], other: Element[]): Element[] {
  const left = new Map<string, number>();
  for (const one of other) {
    const key = canonicalText(one);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return list.filter((one) => {
    const key = canonicalText(one);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
