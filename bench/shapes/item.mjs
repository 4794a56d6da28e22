/**
 * @import { Cell, Kind } from './cell.mjs'
 * @import { JsonValue } from '../../lib/items/configuration-item'
 */

import { serviceOf } from './service.mjs';

export const account = '123456789012';
export const region = 'us-west-2';
const epoch = Date.parse('2026-11-01T00:00:00.000Z');

/** @typedef {(cell: Cell, at: number) => ReturnType<typeof item>} Shape How a kind of resource looks. */

/** @typedef {{ resourceType: string, resourceId?: string, resourceName?: string, name: string }} Relation */

/** @param {number} at */
export const zone = (at) => `${region}${'abc'[at % 3]}`;
/** @param {string} resourceType @param {string} resourceId @param {string} name @returns {Relation} */
export const relation = (resourceType, resourceId, name) => ({ resourceId, resourceType, name });
/** @param {string} service @param {string} resource @param {string} [where] */
export const arn = (service, resource, where = region) => `arn:aws:${service}:${where}:${account}:${resource}`;

/**
 * An item; about one in seven has no ARN, as in real files. `tagged` also repeats the tags in the configuration, as EC2 does.
 * @param {Cell} cell
 * @param {number} at
 * @param {{ type: string, id: string, name?: string, itemArn?: string, itemZone?: string, awsRegion?: string, relationships: Relation[],
 *   configuration: Record<string, JsonValue>, supplementary?: Record<string, JsonValue>, tagged?: boolean }} told
 */
export function item(
  cell,
  at,
  { type, id, name, itemArn, itemZone, awsRegion = region, relationships, configuration, supplementary = {}, tagged },
) {
  const captured = epoch + (cell.number32(`captured ${type}`, at) % 1_600_000_000);
  const { tags } = serviceOf(cell, type, at, name);
  return {
    relatedEvents: [],
    relationships,
    configuration: tagged
      ? { ...configuration, tags: Object.entries(tags).map(([key, value]) => ({ key, value })) }
      : configuration,
    supplementaryConfiguration: supplementary,
    tags,
    configurationItemVersion: '1.3',
    configurationItemCaptureTime: new Date(captured).toISOString(),
    configurationStateId: captured,
    awsAccountId: account,
    configurationItemStatus: cell.pick(type, at, ['ResourceDiscovered', 'ResourceDiscovered', 'OK']),
    resourceType: type,
    resourceId: id,
    ...(name && { resourceName: name }),
    ...(itemArn && cell.number32('arn', at) % 11 > 0 && { ARN: itemArn }),
    awsRegion,
    availabilityZone: itemZone ?? 'Not Applicable',
    configurationStateMd5Hash: '',
    resourceCreationTime: created(cell, type, at),
  };
}

/** When the resource of a type came to be: whole seconds, as most services keep them. @param {Cell} cell @param {string} type @param {number} at */
export function created(cell, type, at) {
  return new Date(epoch - (cell.number32(`created ${type}`, at) % 80_000_000) * 1000).toISOString();
}

/** @param {Cell} cell @param {number} at */
export const instanceId = (cell, at) => cell.ec2Id('i', at);
/** The number of the resource of `kind` that the one numbered `at` belongs to. @param {Cell} cell @param {Kind} kind @param {number} at */
export const owner = (cell, kind, at) => at % cell.counts[kind];

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A unique id as IAM makes them: AROA… of a role, AIPA… of an instance profile. @param {Cell} cell @param {string} prefix @param {number} at */
export function iamId(cell, prefix, at) {
  const digits = BigInt(`0x${cell.hex64(prefix, at)}`);
  let id = prefix;
  for (let place = 0n; place < 65n; place += 5n) id += base32[Number((digits >> place) & 31n)];
  return `${id}ZX2Q`;
}
