import { setLikeNames } from '../../items/compare/set-like';
import { Key } from './numbers';

/** The keys that mean something to the scanner, in all of their spellings, with their numbers. */
export const knownKeys: readonly (readonly [spelling: string, key: Key])[] = [
  ['resourceType', Key.type],
  ['resourceId', Key.id],
  ['resourceName', Key.name],
  ['awsRegion', Key.region],
  ['availabilityZone', Key.zone],
  ['awsAccountId', Key.account],
  ['configurationItemStatus', Key.status],
  ['configurationItemCaptureTime', Key.captureTime],
  ['resourceCreationTime', Key.creationTime],
  ['relationships', Key.relationships],
  ['tags', Key.tags],
  ['relatedEvents', Key.relatedEvents],
  ['supplementaryConfiguration', Key.supplementaryConfiguration],
  ['configurationItemVersion', Key.version],
  ['ARN', Key.arn],
  ['configurationStateMd5Hash', Key.md5Hash],
  ['configurationStateId', Key.stateId],
  ...['accountId', 'arn', 'availibilityZone', 'version', 'configurationStateID', 'configurationItemMD5Hash'].map(
    (name) => [name, Key.older] as const,
  ),
  ...['relationshipName', 'direction'].map((name) => [name, Key.older] as const),
  ['name', Key.relationshipName],
  ['configurationItems', Key.items],
  // What `batch-get-resource-config` answers.
  ['baseConfigurationItems', Key.items],
  // What `select-resource-config` answers: each item as JSON in a string.
  ['Results', Key.items],
  ...['key', 'Key', 'TagKey', 'tagKey', 'tagName'].map((name, at) => [name, Key.firstTagKey + at] as const),
  ...['value', 'Value', 'TagValue', 'tagValue'].map((name, at) => [name, Key.firstTagValue + at] as const),
  // As AWS writes them: older types with a small first letter, types of the CloudFormation registry with a large one.
  ...[...new Set(setLikeNames.flatMap((name) => [name, name.charAt(0).toUpperCase() + name.slice(1)]))].map(
    (name) => [name, Key.setLike] as const,
  ),
];
