import { stringifyJson } from '../../json';
import type { ConfigurationItem } from '../configuration-item';

/** The fields of a configuration item in the order in which AWS Config writes them into snapshot files. */
export const fieldOrder = [
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

const known: ReadonlySet<string> = new Set(fieldOrder);

/** The text of each field of an item (or of a part of one) that has a value, by its name; null counts as none for known fields. */
export function fieldTexts(item: Partial<ConfigurationItem>): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(item)) {
    if (value === undefined || (value === null && known.has(name))) continue;
    texts.set(name, stringifyJson(value));
  }
  return texts;
}

/**
 * The line of JSON of fields with their texts: known fields in AWS's order, unknown ones last. It is put together as text
 * because an object would move keys that look like numbers to its front.
 *
 * @param wanted which fields are written; all where it is absent.
 */
export function joinFields(texts: ReadonlyMap<string, string>, wanted: (name: string) => boolean = () => true): string {
  const parts: string[] = [];
  for (const name of fieldOrder) {
    const text = texts.get(name);
    if (text !== undefined && wanted(name)) parts.push(`"${name}":${text}`);
  }
  for (const [name, text] of texts) {
    if (!known.has(name) && wanted(name)) parts.push(`${JSON.stringify(name)}:${text}`);
  }
  return `{${parts.join(',')}}`;
}

/**
 * One item as one line of JSON in AWS Config's modern form: its fields in AWS's order, those without a value left out (a
 * `configuration` of null too, as of a deleted resource), unknown ones last.
 */
export function writeConfigurationItem(item: ConfigurationItem): string {
  return joinFields(fieldTexts(item));
}
