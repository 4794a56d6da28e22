import { stringifyJson } from '../../json';
import type { ConfigurationItem, Relationship } from '../configuration-item';
import { isJsonObject } from '../form/item-fields';
import { normalizeType } from '../resource-type';
import { isSetLike } from './set-like';

/** The fields that tell of a capture and not of the resource: who looked, when, and how it went. */
export const captureFields = [
  'relatedEvents',
  'configurationItemVersion',
  'configurationItemCaptureTime',
  'configurationStateId',
  'awsAccountId',
  'configurationItemStatus',
  'configurationStateMd5Hash',
] as const satisfies readonly (keyof ConfigurationItem)[];

/** What of an item is the resource itself. A whole item is one too. */
export type ResourceContent = Omit<ConfigurationItem, (typeof captureFields)[number]>;

const ofCapture: ReadonlySet<string> = new Set(captureFields);

/**
 * One text for what a resource is, equal for equal resources: a change of it is a change of the resource.
 *
 * It holds every field, unknown ones too, but those of the capture. What AWS may give in another order from one call to the next
 * does not count: fields of objects, relationships, lists of tags (of `key` and `value`, in any of AWS's spellings), and
 * the lists that are sets by their name (`isSetLike`). All other lists keep their order. The case of resource types does not count. The text is long: hash it to keep it.
 */
export function canonicalContent(item: ResourceContent): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(item)) {
    if (ofCapture.has(name) || value === undefined) continue;
    parts.push(`${JSON.stringify(name)}:${memberContent(item, name, value)}`);
  }
  return `{${parts.sort().join(',')}}`;
}

function memberContent(item: ResourceContent, name: string, value: unknown): string {
  if (name === 'relationships') return `[${item.relationships.map(relationshipText).sort().join(',')}]`;
  if (name === 'resourceType') return JSON.stringify(normalizeType(item.resourceType));
  return canonicalText(value);
}

/** One text for a relationship, equal for equal ones. */
export function relationshipText(relationship: Relationship): string {
  return canonicalText({ ...relationship, resourceType: normalizeType(relationship.resourceType) });
}

/**
 * One text for a value, equal for values that differ in nothing that counts. Numbers count as they are written: 1.0 is not 1.
 *
 * @param name of the field that holds the value; empty within a list.
 */
export function canonicalText(value: unknown, name = ''): string {
  if (Array.isArray(value)) {
    const parts = value.map((one) => canonicalText(one));
    return `[${(isUnordered(name, value) ? parts.sort() : parts).join(',')}]`;
  }
  if (!isJsonObject(value)) return stringifyJson(value);
  const parts: string[] = [];
  for (const field of Object.keys(value).sort()) {
    if (value[field] !== undefined) parts.push(`${JSON.stringify(field)}:${canonicalText(value[field], field)}`);
  }
  return `{${parts.join(',')}}`;
}

/** Whether the order of a list says nothing: it is a set by the name of its field, or holds nothing but tags. */
export function isUnordered(name: string, list: readonly unknown[]): boolean {
  return list.length > 1 && (isSetLike(name) || list.every(isTag));
}

/** AWS writes `key` (EC2), `Key` (registry types), `TagKey` (KMS) and, in 2014, `tagName`. */
const tagSpellings = [
  ['key', 'value'],
  ['Key', 'Value'],
  ['TagKey', 'TagValue'],
  ['tagKey', 'tagValue'],
  ['tagName', 'tagValue'],
] as const;

function isTag(value: unknown): boolean {
  if (!isJsonObject(value) || Object.keys(value).length !== 2) return false;
  return tagSpellings.some(([key, text]) => typeof value[key] === 'string' && Object.hasOwn(value, text));
}
