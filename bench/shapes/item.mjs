export const account = '123456789012';
export const region = 'us-west-2';
const epoch = Date.parse('2026-11-01T00:00:00.000Z');

export const zone = (at) => `${region}${'abc'[at % 3]}`;
export const relation = (resourceType, resourceId, name) => ({ resourceId, resourceType, name });
export const arn = (service, resource, where = region) => `arn:aws:${service}:${where}:${account}:${resource}`;
export const address = (at) => `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;

/** An item; about one in seven has no ARN, as in real files. */
export function item(
  cell,
  at,
  { type, id, name, itemArn, itemZone, awsRegion = region, relationships, configuration, supplementary = {} },
) {
  const captured = epoch + (cell.number32(`captured ${type}`, at) % 1_600_000_000);
  const label = name ?? `${type.split('::')[2].toLowerCase()}-${cell.number}-${at}`;
  return {
    relatedEvents: [],
    relationships,
    configuration,
    supplementaryConfiguration: supplementary,
    tags: {
      Name: label,
      Environment: cell.pick('environment', at, ['prod', 'prod', 'staging', 'test']),
      Team: cell.pick('team', at, ['platform', 'storefront', 'data', 'search', 'payments']),
      CostCenter: `CC-${1000 + (cell.number32('cost', at) % 40)}`,
    },
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
    resourceCreationTime: created(cell, at),
  };
}

export function created(cell, at) {
  return new Date(epoch - (cell.number32('created', at) % 80_000_000) * 1000).toISOString();
}

export const instanceId = (cell, at) => cell.ec2Id('i', at);
/** The number of the resource of `kind` that the one numbered `at` belongs to. */
export const owner = (cell, kind, at) => at % cell.counts[kind];
