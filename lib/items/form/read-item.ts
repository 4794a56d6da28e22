import { DomainError } from '../../errors';
import { parseJson } from '../../json';
import type { ConfigurationItem, JsonValue, Relationship } from '../configuration-item';
import { defineField, ItemFields, isJsonObject, kindOf } from './item-fields';
import { fieldOrder } from './write-item';

/** What a document's surroundings (its key, the recorder) tell of an item that does not tell it itself. */
export type ItemDefaults = Partial<
  Pick<ConfigurationItem, 'awsAccountId' | 'awsRegion' | 'configurationItemCaptureTime' | 'configurationItemStatus'>
>;

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
 * empty where nothing tells them. The version is 1.3 and the status `OK` where the item does not say.
 *
 * @throws DomainError `InvalidConfigurationItem` (`unreadable`) when a field has a wrong type, or type, id or capture time are missing.
 */
export function readConfigurationItem(value: unknown, defaults: ItemDefaults = {}): ConfigurationItem {
  if (!isJsonObject(value)) {
    const message = `A configuration item must be an object with resourceType and resourceId, but is ${kindOf(value)}.`;
    throw new DomainError('unreadable', 'InvalidConfigurationItem', message);
  }
  const owner = ownerOf(value);
  const fields = new ItemFields(value, owner);
  const fromApi = fields.has('version') && !fields.has('configurationItemVersion');
  const captureTime = fields.time('configurationItemCaptureTime') ?? defaults.configurationItemCaptureTime;
  if (captureTime === undefined) throw fields.wrong('configurationItemCaptureTime', 'a time', undefined);
  const resourceName = fields.text('resourceName');
  const arn = fields.text('ARN', 'arn');
  const zone = fields.text('availabilityZone', 'availibilityZone');
  const creationTime = fields.time('resourceCreationTime');
  const item: ConfigurationItem = {
    relatedEvents: fields.list('relatedEvents').map((event) => {
      if (typeof event === 'string') return event;
      throw fields.wrong('relatedEvents', 'a list of strings', event);
    }),
    relationships: fields
      .list('relationships')
      .map((relationship, at) => readRelationship(relationship, at, owner, fields)),
    configuration: fromApi ? decoded(fields.json('configuration')) : fields.json('configuration'),
    supplementaryConfiguration: fromApi
      ? mapFields(fields.object('supplementaryConfiguration'), decoded)
      : fields.object('supplementaryConfiguration'),
    tags: mapFields(fields.object('tags'), (tag, key) => {
      if (typeof tag === 'string') return tag;
      if (tag === null) return '';
      throw fields.wrong(`tags.${key}`, 'a string', tag);
    }),
    configurationItemVersion: fields.text('configurationItemVersion', ...(fromApi ? ['version'] : [])) ?? '1.3',
    configurationItemCaptureTime: captureTime,
    configurationStateId: stateId(fields.textOrNumber('configurationStateId', 'configurationStateID'), captureTime),
    awsAccountId: fields.text('awsAccountId', 'accountId') || defaults.awsAccountId || '',
    configurationItemStatus: fields.text('configurationItemStatus') ?? defaults.configurationItemStatus ?? 'OK',
    resourceType: fields.required('resourceType'),
    resourceId: fields.required('resourceId'),
    ...(resourceName !== undefined && { resourceName }),
    ...(arn !== undefined && { ARN: arn }),
    awsRegion: fields.text('awsRegion') || regionIn(zone, arn) || defaults.awsRegion || '',
    ...(zone !== undefined && { availabilityZone: zone }),
    configurationStateMd5Hash: fields.text('configurationStateMd5Hash', 'configurationItemMD5Hash') ?? '',
    ...(creationTime !== undefined && { resourceCreationTime: creationTime }),
  };
  fields.drop(...fieldOrder);
  fields.leaveOver(item);
  return item;
}

function readRelationship(value: JsonValue, at: number, owner: string, item: ItemFields): Relationship {
  if (!isJsonObject(value)) throw item.wrong(`relationships[${at}]`, 'an object', value);
  const fields = new ItemFields(value, `relationship ${at} of ${owner}`);
  const resourceId = fields.text('resourceId');
  const resourceName = fields.text('resourceName');
  const relationship: Relationship = {
    ...(resourceId !== undefined && { resourceId }),
    ...(resourceName !== undefined && { resourceName }),
    resourceType: fields.required('resourceType'),
    name: fields.text('name', 'relationshipName') ?? '',
  };
  fields.drop('direction');
  fields.leaveOver(relationship);
  return relationship;
}

function ownerOf({ resourceType, resourceId }: { [name: string]: JsonValue }): string {
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

/** A number where it is one (the API sends it as text); the capture time in epoch milliseconds, as AWS does, where absent. */
function stateId(value: string | number | undefined, captureTime: string): string | number {
  if (value === undefined) return Date.parse(captureTime);
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
