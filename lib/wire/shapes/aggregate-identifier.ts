import type { AggregateResourceIdentifier, ResourceType } from '@aws-sdk/client-config-service';
import type { AggregatedResource } from '../../inventory/aggregate/aggregated';
import type { RecordedItem } from '../../inventory/history/recorded-items';
import type { ResourceIdentity } from '../../items/identity';
import type { Checked } from '../operation';

/** A resource as aggregators name it. Its Region is the one that it is recorded in, also where the item itself says `global`. */
export function aggregateIdentifier(resource: AggregatedResource): AggregateResourceIdentifier {
  return {
    SourceAccountId: resource.accountId,
    SourceRegion: resource.region,
    ResourceType: resource.resourceType as ResourceType,
    ResourceId: resource.resourceId,
    ResourceName: resource.resourceName,
  };
}

/** The resource that an aggregator is asked for. */
export function identityOf(identifier: Checked<AggregateResourceIdentifier>): ResourceIdentity {
  return {
    accountId: identifier.SourceAccountId,
    region: identifier.SourceRegion,
    resourceType: identifier.ResourceType,
    resourceId: identifier.ResourceId,
  };
}

/** Whether the item has the name that is asked for, if one is. */
export function isNamed(item: RecordedItem, { ResourceName }: Checked<AggregateResourceIdentifier>): boolean {
  return ResourceName === undefined || item.resourceName === ResourceName;
}
