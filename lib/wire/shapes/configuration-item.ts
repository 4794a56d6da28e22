import type {
  BaseConfigurationItem,
  ConfigurationItem,
  ConfigurationItemStatus,
  ResourceType,
} from '@aws-sdk/client-config-service';
import type { RecordedItem } from '../../inventory/history/recorded-items';

/** Members that BatchGetResourceConfig leaves out of supplementaryConfiguration: it "does not return any tags". */
const tagFields = new Set(['Tags', 'BucketTaggingConfiguration']);

/**
 * An item as BatchGetResourceConfig gives it. Type and status are whatever was recorded: the SDK's lists of both are those of the day on
 * which it was made, and custom types are in none.
 */
export function baseConfigurationItem(item: RecordedItem): BaseConfigurationItem {
  const supplementary = Object.entries(item.supplementaryConfiguration).filter(([name]) => !tagFields.has(name));
  return { ...sharedMembers(item), supplementaryConfiguration: Object.fromEntries(supplementary) };
}

/** An item as GetResourceConfigHistory gives it, with tags and relationships. */
export function configurationItem(item: RecordedItem): ConfigurationItem {
  return {
    ...sharedMembers(item),
    configurationItemMD5Hash: item.md5Hash,
    tags: item.tags,
    relatedEvents: item.relatedEvents,
    relationships: item.relationships.map(({ name, resourceType, ...end }) => ({
      ...end,
      resourceType: resourceType as ResourceType,
      relationshipName: name,
    })),
    supplementaryConfiguration: item.supplementaryConfiguration,
  };
}

function sharedMembers(item: RecordedItem): BaseConfigurationItem {
  return {
    version: item.version,
    accountId: item.accountId,
    configurationItemCaptureTime: item.captureTime,
    configurationItemStatus: item.status as ConfigurationItemStatus,
    configurationStateId: item.stateId,
    arn: item.arn,
    resourceType: item.resourceType as ResourceType,
    resourceId: item.resourceId,
    resourceName: item.resourceName,
    awsRegion: item.awsRegion,
    availabilityZone: item.availabilityZone,
    resourceCreationTime: item.creationTime,
    configuration: item.configuration,
  };
}
