import { setLikeNames } from '../../items/set-like';

/**
 * The keys that the scanner looks out for, by number; scanner.as.ts goes by the numbers. 1 to 9 are strings whose places it notes.
 * 20 are members of older forms and of the API's. 40 are lists of items: of documents and of `batch-get-resource-config`. From 50 on: keys
 * and values of tags (`isTag` in lib/items/content.ts). 70: lists that are sets (lib/items/set-like.ts).
 */
export const knownKeys: readonly (readonly [key: string, number: number])[] = [
  ['resourceType', 1],
  ['resourceId', 2],
  ['resourceName', 3],
  ['awsRegion', 4],
  ['availabilityZone', 5],
  ['awsAccountId', 6],
  ['configurationItemStatus', 7],
  ['configurationItemCaptureTime', 8],
  ['resourceCreationTime', 9],
  ['relationships', 10],
  ['tags', 11],
  ['relatedEvents', 12],
  ['supplementaryConfiguration', 13],
  ['configurationItemVersion', 14],
  ['ARN', 15],
  ['configurationStateMd5Hash', 16],
  ['configurationStateId', 17],
  ['accountId', 20],
  ['arn', 20],
  ['availibilityZone', 20],
  ['version', 20],
  ['configurationStateID', 20],
  ['configurationItemMD5Hash', 20],
  ['relationshipName', 20],
  ['direction', 20],
  ['name', 30],
  ['configurationItems', 40],
  ['baseConfigurationItems', 40],
  ['key', 51],
  ['Key', 52],
  ['TagKey', 53],
  ['tagKey', 54],
  ['tagName', 55],
  ['value', 61],
  ['Value', 62],
  ['TagValue', 63],
  ['tagValue', 64],
  // As AWS writes them: older types with a small first letter, types of the CloudFormation registry with a large one.
  ...[...new Set(setLikeNames.flatMap((name) => [name, name.charAt(0).toUpperCase() + name.slice(1)]))].map(
    (name) => [name, 70] as const,
  ),
];
