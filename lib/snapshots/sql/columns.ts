import type { ConfigurationItem } from '../../items/configuration-item';

/** The columns of the view `items`, named as the fields of the file: scalars as text, the others as JSON. */
export const scalarColumns = [
  'resourceType',
  'resourceId',
  'resourceName',
  'ARN',
  'awsAccountId',
  'awsRegion',
  'availabilityZone',
  'configurationItemStatus',
  'configurationItemCaptureTime',
  'resourceCreationTime',
  'configurationStateId',
  'configurationItemVersion',
] as const satisfies readonly (keyof ConfigurationItem)[];

export const jsonColumns = [
  'tags',
  'configuration',
  'supplementaryConfiguration',
  'relationships',
  'relatedEvents',
] as const satisfies readonly (keyof ConfigurationItem)[];

/** The item's place in the file, from 0, as in the table of items. */
export const placeColumn = 'itemIndex';

/** In which snapshot an item stands; only where several are asked. */
export const snapshotColumn = 'snapshot';
