import type { ConfigurationItem } from './configuration-item';

/** The members of a configuration item in the order in which AWS Config writes them into snapshot files. */
export const memberOrder = [
  'relatedEvents',
  'relationships',
  'configuration',
  'supplementaryConfiguration',
  'tags',
  'configurationItemVersion',
  'configurationItemCaptureTime',
  'configurationStateId',
  'awsAccountId',
  'configurationItemStatus',
  'resourceType',
  'resourceId',
  'resourceName',
  'ARN',
  'awsRegion',
  'availabilityZone',
  'configurationStateMd5Hash',
  'resourceCreationTime',
] as const satisfies readonly (keyof ConfigurationItem)[];

const known: ReadonlySet<string> = new Set(memberOrder);

/**
 * One item as one line of JSON in AWS Config's modern form: its members in AWS's order, those without a value left out (a
 * `configuration` of null too, as of a deleted resource), unknown ones last.
 */
export function writeConfigurationItem(item: ConfigurationItem): string {
  // Put together as text because an object would move keys that look like numbers to its front.
  const parts: string[] = [];
  for (const name of memberOrder) {
    const value = item[name];
    if (value !== undefined && value !== null) parts.push(`"${name}":${JSON.stringify(value)}`);
  }
  for (const [name, value] of Object.entries(item)) {
    if (!known.has(name) && value !== undefined) parts.push(`${JSON.stringify(name)}:${JSON.stringify(value)}`);
  }
  return `{${parts.join(',')}}`;
}
