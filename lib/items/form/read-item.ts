import { DomainError } from '../../errors';
import { parseJson } from '../../json';
import type { ConfigurationItem, JsonValue, Relationship } from '../configuration-item';
import { asWritten, defineField, ItemFields, isJsonObject, kindOf, type OddFieldListener } from './item-fields';
import { fieldOrder } from './write-item';

/** What a document's surroundings (its key, the recorder) tell of an item that does not tell it itself. */
export type ItemDefaults = Partial<
  Pick<ConfigurationItem, 'awsAccountId' | 'awsRegion' | 'configurationItemCaptureTime' | 'configurationItemStatus'>
>;

/** What an item may not tell of itself, and nothing is made up for. */
type Untold =
  | 'configurationItemVersion'
  | 'configurationItemCaptureTime'
  | 'configurationStateId'
  | 'configurationItemStatus'
  | 'configurationStateMd5Hash';

/** A configuration item as a document holds it, in the modern form: what the document does not tell is absent. */
export type DocumentItem = Omit<ConfigurationItem, Untold> & Partial<Pick<ConfigurationItem, Untold>>;

/**
 * A configuration item out of parsed JSON, in any form in which AWS Config has published it, as the modern form.
 *
 * - The modern file form (version 1.3) is taken as it is; null counts as absent, as in change notifications.
 * - The form of 2014 (AWS's documented example of a delivered snapshot): `arn`, `accountId`, `configurationStateID` (a uuid,
 *   kept), `availibilityZone`, no region (read from the zone, else from the ARN). `direction` of its relationships is dropped:
 *   the modern form says the same by the relationship's name, and what is kept would be written into delivered files.
 * - The API's form (told by `version` in place of `configurationItemVersion`): `accountId`, `arn`,
 *   `configurationItemMD5Hash`, `relationshipName`, times in epoch seconds, `configuration` and each value of
 *   `supplementaryConfiguration` as JSON in a string.
 *
 * Times come out as ISO text with milliseconds. Unknown fields stay, behind the known ones; where a field stands there under
 * its modern and an older name, the modern one counts and the other one stays as an unknown field. Account and region are
 * empty where nothing tells them. A field of a wrong type is told to `onOdd`; the rest of the item is read all the same.
 *
 * @throws DomainError `InvalidConfigurationItem` (`unreadable`) when the value is no object or type or id are missing; without `onOdd`, also when
 *   a field has a wrong type.
 */
export function readDocumentItem(
  value: unknown,
  defaults: ItemDefaults = {},
  onOdd: OddFieldListener | undefined = undefined,
): DocumentItem {
  if (!isJsonObject(value)) {
    const message = `A configuration item must be an object with resourceType and resourceId, but is ${kindOf(value)}.`;
    throw new DomainError('unreadable', 'InvalidConfigurationItem', message);
  }
  const owner = ownerOf(value);
  const fields = new ItemFields(value, owner, onOdd);
  const fromApi = fields.has('version') && !fields.has('configurationItemVersion');
  const zone = fields.text('availabilityZone', 'availibilityZone');
  const arn = fields.text('ARN', 'arn');
  const status = fields.text('configurationItemStatus') ?? defaults.configurationItemStatus;
  const captureTime = fields.time('configurationItemCaptureTime') ?? defaults.configurationItemCaptureTime;
  const item: DocumentItem = {
    relatedEvents: fields.list('relatedEvents').flatMap((event) => {
      if (typeof event === 'string') return event;
      fields.odd('relatedEvents', 'a list of strings', event);
      return [];
    }),
    relationships: fields.list('relationships').flatMap((end, at) => readRelationship(end, at, owner, fields, onOdd)),
    configuration: fromApi ? decoded(fields.json('configuration')) : fields.json('configuration'),
    supplementaryConfiguration: fromApi
      ? mapFields(fields.object('supplementaryConfiguration'), decoded)
      : fields.object('supplementaryConfiguration'),
    tags: readTags(fields, onOdd),
    ...field('configurationItemVersion', fields.text('configurationItemVersion', ...(fromApi ? ['version'] : []))),
    ...field('configurationItemCaptureTime', captureTime),
    ...field('configurationStateId', stateId(fields.textOrNumber('configurationStateId', 'configurationStateID'))),
    awsAccountId: fields.text('awsAccountId', 'accountId') || defaults.awsAccountId || '',
    ...field('configurationItemStatus', status),
    resourceType: fields.required('resourceType'),
    resourceId: fields.required('resourceId'),
    ...field('resourceName', fields.text('resourceName')),
    ...field('ARN', arn),
    awsRegion: fields.text('awsRegion') || regionIn(zone, arn) || defaults.awsRegion || '',
    ...field('availabilityZone', zone),
    ...field('configurationStateMd5Hash', fields.text('configurationStateMd5Hash', 'configurationItemMD5Hash')),
    ...field('resourceCreationTime', fields.time('resourceCreationTime')),
  };
  fields.drop(...fieldOrder);
  fields.leaveOver(item);
  return item;
}
/**
 * As `readDocumentItem`, whole: for items that are recorded, or were. The version is 1.3 and the status `OK` where the item does not say, the
 * state's id the capture time in epoch milliseconds, as AWS Config makes it.
 *
 * @throws DomainError `InvalidConfigurationItem` (`unreadable`) when a field has a wrong type, or type, id or capture time are missing.
 */
export function readConfigurationItem(value: unknown, defaults: ItemDefaults = {}): ConfigurationItem {
  const item = readDocumentItem(value, { configurationItemStatus: 'OK', ...defaults });
  const { configurationItemCaptureTime } = item;
  if (configurationItemCaptureTime === undefined) {
    const message = `The field "configurationItemCaptureTime" of ${ownerOf(item)} must be a time, but is missing.`;
    throw new DomainError('unreadable', 'InvalidConfigurationItem', message);
  }
  return {
    configurationItemVersion: '1.3',
    configurationStateId: Date.parse(configurationItemCaptureTime),
    configurationItemStatus: 'OK',
    configurationStateMd5Hash: '',
    ...item,
    configurationItemCaptureTime,
  };
}

/** A field that may be absent, for a literal. */
function field<Name extends string, Value>(name: Name, value: Value | undefined): { [name in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { [name in Name]?: Value };
}

function readRelationship(
  value: JsonValue,
  at: number,
  owner: string,
  item: ItemFields,
  onOdd: OddFieldListener | undefined,
): Relationship[] {
  if (!isJsonObject(value)) {
    item.odd(`relationships[${at}]`, 'an object', value);
    return [];
  }
  const told: OddFieldListener | undefined =
    onOdd && ((name, problem) => onOdd(`relationships[${at}].${name}`, problem));
  const fields = new ItemFields(value, `relationship ${at} of ${owner}`, told);
  const resourceType = fields.text('resourceType');
  if (!resourceType) {
    fields.odd('resourceType', 'a string that is not empty', fields.has('resourceType') ? '' : undefined);
    return [];
  }
  const relationship: Relationship = {
    ...field('resourceId', fields.text('resourceId')),
    ...field('resourceName', fields.text('resourceName')),
    resourceType,
    name: fields.text('name', 'relationshipName') ?? '',
  };
  fields.drop('direction');
  fields.leaveOver(relationship);
  return [relationship];
}

/** Tags as a map; whoever wants to read what is odd gets those out of a list of keys and values as well. */
function readTags(fields: ItemFields, onOdd: OddFieldListener | undefined): { [key: string]: string } {
  const tags: { [key: string]: string } = {};
  const take = (key: string, value: JsonValue) => {
    if (value !== null && typeof value !== 'string') fields.odd(`tags.${key}`, 'a string', value);
    const text = typeof value === 'string' ? value : value === null ? '' : asWritten(value);
    if (text !== undefined) defineField(tags, key, text);
  };
  const value = fields.json('tags');
  if (Array.isArray(value) && onOdd) {
    // SELECT answers `tags: [{ "tag": "key=value", "key": …, "value": … }]`, or an empty list.
    const isAnswer = value.every((entry) => isJsonObject(entry) && typeof entry.tag === 'string');
    if (!isAnswer) onOdd('tags', 'must be an object, but is a list');
    for (const entry of value) {
      if (!isJsonObject(entry)) continue;
      const key = entry.key ?? entry.Key ?? entry.tagKey ?? entry.TagKey;
      if (typeof key === 'string') take(key, entry.value ?? entry.Value ?? entry.tagValue ?? entry.TagValue ?? null);
    }
  } else if (isJsonObject(value)) for (const [key, tag] of Object.entries(value)) take(key, tag);
  else if (value !== null) fields.odd('tags', 'an object', value);
  return tags;
}

function ownerOf({ resourceType, resourceId }: { resourceType?: unknown; resourceId?: unknown }): string {
  const type = typeof resourceType === 'string' && resourceType !== '' ? resourceType : 'a resource without type';
  const id = typeof resourceId === 'string' && resourceId !== '' ? resourceId : 'without id';
  return `${type.slice(0, 120)} ${id.slice(0, 200)}`;
}

/** The API sends JSON within a string; a string that is none stays what it is. */
function decoded(value: JsonValue): JsonValue {
  if (typeof value !== 'string') return value;
  try {
    return parseJson(value) as JsonValue;
  } catch {
    return value;
  }
}

function mapFields<T>(
  source: { [key: string]: JsonValue },
  change: (value: JsonValue, key: string) => T,
): { [key: string]: T } {
  const target: { [key: string]: T } = {};
  for (const [key, value] of Object.entries(source)) defineField(target, key, change(value, key));
  return target;
}

/** A number where it is one: the API sends it as text. */
function stateId(value: string | number | undefined): string | number | undefined {
  return typeof value === 'string' && /^[1-9]\d{0,15}$/.test(value) && Number.isSafeInteger(Number(value))
    ? Number(value)
    : value;
}

/** The region that a zone or an ARN names; items of 2014 have a zone where the ARN's service or region belongs. */
function regionIn(zone: string | undefined, arn: string | undefined): string | undefined {
  const candidates = [zone, ...(arn?.split(':', 4).slice(2) ?? [])];
  for (const candidate of candidates) {
    const region = /^([a-z]{2,4}(?:-[a-z]+)+-\d+)(?:-[a-z]+-\d+)?[a-z]?$/.exec(candidate ?? '')?.[1];
    if (region) return region;
  }
  return undefined;
}
