import { stringifyJson } from '../../json';
import type { JsonValue, Relationship } from '../configuration-item';
import { isJsonObject } from '../form/item-fields';
import type { DocumentItem } from '../form/read-item';
import { isRecordedNow } from '../item-status';
import { canonicalContent, canonicalText, isUnordered, relationshipText } from './content';

/** One difference between two items of a resource. Values are JSON texts, cut after 500 characters. */
export interface ItemChange {
  /** Which part of the item differs; `item` is what stands beside the parts, such as the name or the zone. */
  section: 'configuration' | 'supplementaryConfiguration' | 'tags' | 'relationships' | 'item';
  /** Where in that part, as in `state.name` or `blockDevices[2]["odd key"]`; a relationship's name and other end in words. */
  path: string;
  change: 'added' | 'removed' | 'changed';
  previous?: string;
  updated?: string;
}

/** The differences between two items, the first ones of very many; `more` counts the others. */
export interface ItemDiff {
  changes: ItemChange[];
  more: number;
}

const longestValue = 500;
const sections = ['configuration', 'supplementaryConfiguration', 'tags'] as const;
const beside = ['resourceName', 'ARN', 'awsRegion', 'availabilityZone', 'resourceCreationTime'] as const;

/**
 * What changed from one item of a resource to the next. What is no change (`canonicalContent`) is no difference here either: sets and
 * relationships are compared without regard to their order; other lists from both ends, what is left between them place by place.
 * An item that only says that the resource is gone, or not recorded, has no differences: its status tells.
 *
 * @param most differences that are told; the others are counted.
 */
export function diffItems(previous: DocumentItem, updated: DocumentItem, most = 200): ItemDiff {
  const found = new Changes(most);
  const comparable = isRecordedNow(previous.configurationItemStatus) && isRecordedNow(updated.configurationItemStatus);
  if (!comparable || canonicalContent(previous) === canonicalContent(updated)) return { changes: [], more: 0 };
  for (const section of sections) {
    compare(previous[section], updated[section], '', '', (change) => found.add({ section, ...change }));
  }
  compareRelationships(previous.relationships, updated.relationships, found);
  for (const name of beside) {
    compare(previous[name], updated[name], name, name, (change) => found.add({ section: 'item', ...change }));
  }
  return { changes: found.changes, more: found.more };
}

class Changes {
  readonly changes: ItemChange[] = [];
  more = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(change: ItemChange): void {
    if (this.changes.length < this.#most) this.changes.push(change);
    else this.more += 1;
  }
}

type ReportChange = (change: Omit<ItemChange, 'section'>) => void;

function compare(
  previous: JsonValue | undefined,
  updated: JsonValue | undefined,
  path: string,
  name: string,
  report: ReportChange,
) {
  if (previous === undefined || updated === undefined) {
    if (updated !== undefined) report({ path, change: 'added', updated: shown(updated) });
    else if (previous !== undefined) report({ path, change: 'removed', previous: shown(previous) });
  } else if (isJsonObject(previous) && isJsonObject(updated)) {
    compareFields(previous, updated, path, report);
  } else if (Array.isArray(previous) && Array.isArray(updated)) {
    if (isUnordered(name, [...previous, ...updated])) compareSets(previous, updated, path, report);
    else compareLists(previous, updated, path, report);
  } else if (canonicalText(previous, name) !== canonicalText(updated, name)) {
    report({ path, change: 'changed', previous: shown(previous), updated: shown(updated) });
  }
}

type JsonObject = { [name: string]: JsonValue };

function compareFields(previous: JsonObject, updated: JsonObject, path: string, report: ReportChange): void {
  for (const name of new Set([...Object.keys(previous), ...Object.keys(updated)])) {
    const [before, after] = [previous, updated].map((object) =>
      Object.hasOwn(object, name) ? object[name] : undefined,
    );
    compare(before, after, path + step(name, path === ''), name, report);
  }
}

function compareSets(
  previous: readonly JsonValue[],
  updated: readonly JsonValue[],
  path: string,
  report: ReportChange,
): void {
  const left = new Map<string, JsonValue[]>();
  for (const value of previous) {
    const text = canonicalText(value);
    left.set(text, [...(left.get(text) ?? []), value]);
  }
  const added = updated.filter((value) => left.get(canonicalText(value))?.pop() === undefined);
  for (const values of left.values()) {
    for (const value of values) report({ path: `${path}[]`, change: 'removed', previous: shown(value) });
  }
  for (const value of added) report({ path: `${path}[]`, change: 'added', updated: shown(value) });
}

function compareLists(
  previous: readonly JsonValue[],
  updated: readonly JsonValue[],
  path: string,
  report: ReportChange,
): void {
  const same = (before: JsonValue | undefined, after: JsonValue | undefined) =>
    before !== undefined && after !== undefined && canonicalText(before) === canonicalText(after);
  let start = 0;
  while (same(previous[start], updated[start])) start += 1;
  let [before, after] = [previous.length, updated.length];
  while (before > start && after > start && same(previous[before - 1], updated[after - 1])) {
    before -= 1;
    after -= 1;
  }
  for (let at = start; at < Math.max(before, after); at++) {
    compare(at < before ? previous[at] : undefined, at < after ? updated[at] : undefined, `${path}[${at}]`, '', report);
  }
}

function compareRelationships(
  previous: readonly Relationship[],
  updated: readonly Relationship[],
  found: Changes,
): void {
  const [before, after] = [previous, updated].map((list) => new Map(list.map((one) => [relationshipText(one), one])));
  for (const [text, one] of before ?? []) {
    if (!after?.has(text))
      found.add({ section: 'relationships', path: inWords(one), change: 'removed', previous: shown({ ...one }) });
  }
  for (const [text, one] of after ?? []) {
    if (!before?.has(text))
      found.add({ section: 'relationships', path: inWords(one), change: 'added', updated: shown({ ...one }) });
  }
}

function inWords({ name, resourceType, resourceId, resourceName }: Relationship): string {
  return cut(`${name.trim()} ${resourceType} ${resourceId ?? resourceName ?? ''}`.trim());
}

function step(name: string, first: boolean): string {
  if (/^[A-Za-z_][\w-]*$/.test(name)) return first ? name : `.${name}`;
  return `[${cut(JSON.stringify(name))}]`;
}

const shown = (value: JsonValue) => cut(stringifyJson(value));

function cut(text: string): string {
  return text.length <= longestValue ? text : `${text.slice(0, longestValue).toWellFormed()}…`;
}
