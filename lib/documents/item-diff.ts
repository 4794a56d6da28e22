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
 *   `Configuration.SecurityGroups.1`, what is gone first. Tags are told so too; that each is `{key, value}` is our choice.
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
    Tags: Object.entries(item.tags).map(([key, value]) => ({ key, value })),
  };
}

type Tell = (path: string, previousValue: JsonValue, updatedValue: JsonValue) => void;

/** Deeper objects are told as a whole: a hostile one may be nested thousands of times. */
const deepest = 50;

function compare(path: string, was: JsonValue, is: JsonValue, tell: Tell, depth = 0): void {
  if (Array.isArray(was) && Array.isArray(is)) {
    const gone = without(was, is).map((one) => [one, null] as const);
    const come = without(is, was).map((one) => [null, one] as const);
    for (const [index, [previous, updated]] of [...gone, ...come].entries()) {
      tell(`${path}.${index}`, previous, updated);
    }
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

function own(object: { [name: string]: JsonValue }, name: string): JsonValue {
  return Object.hasOwn(object, name) ? (object[name] ?? null) : null;
}

/** The elements of `list` that are not in `other`, equal ones counted. */
function without(list: JsonValue[], other: JsonValue[]): JsonValue[] {
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
