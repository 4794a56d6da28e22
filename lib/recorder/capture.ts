import { createHash } from 'node:crypto';
import type { ConfigurationItem } from '../items/configuration-item';
import { contentOf } from '../items/content';
import type { ObservedResource } from './sources/port';

/** What is known of a resource's newest configuration item. */
export interface KnownItem {
  /** `configurationStateId`, the capture time in epoch milliseconds. */
  stateId: number;
  contentHash: string;
  status: string;
}

/** A configuration item to be kept, with the hash by which the next capture tells whether something changed. */
export interface CapturedItem {
  item: ConfigurationItem;
  contentHash: string;
}

/**
 * What one observation of a resource means: a first sight is `ResourceDiscovered`, a changed one `OK`, an unchanged one
 * nothing (undefined). Statuses as seen in real snapshots. `now` becomes the capture time; `configurationStateId` is
 * that time in epoch milliseconds, moved on where the clock stood still or went back, so that it always grows.
 */
export function capture(
  observed: ObservedResource,
  known: KnownItem | undefined,
  context: { accountId: string; now: Date },
): CapturedItem | undefined {
  const contentHash = createHash('sha256').update(contentOf(observed)).digest('base64url');
  const gone = known === undefined || known.status === 'ResourceDeleted';
  if (!gone && known.contentHash === contentHash) return undefined;
  return { item: completed(observed, gone ? 'ResourceDiscovered' : 'OK', known, context), contentHash };
}

/**
 * The item that ends a resource's record. AWS leaves a deleted item no zone and no creation time, and empty tags,
 * relationships and supplementaryConfiguration (seen in real captures); a snapshot file never holds it.
 */
export function captureDeletion(
  last: Pick<ConfigurationItem, 'resourceType' | 'resourceId' | 'resourceName' | 'ARN' | 'awsRegion'>,
  known: KnownItem,
  context: { accountId: string; now: Date },
): CapturedItem {
  const observed: ObservedResource = {
    relatedEvents: [],
    relationships: [],
    configuration: null,
    supplementaryConfiguration: {},
    tags: {},
    resourceType: last.resourceType,
    resourceId: last.resourceId,
    ...(last.resourceName === undefined ? {} : { resourceName: last.resourceName }),
    ...(last.ARN === undefined ? {} : { ARN: last.ARN }),
    awsRegion: last.awsRegion,
  };
  return { item: completed(observed, 'ResourceDeleted', known, context), contentHash: '' };
}

function completed(
  observed: ObservedResource,
  status: string,
  known: KnownItem | undefined,
  context: { accountId: string; now: Date },
): ConfigurationItem {
  const stateId = Math.max(context.now.getTime(), (known?.stateId ?? 0) + 1);
  return {
    ...observed,
    configurationItemVersion: '1.3',
    configurationItemCaptureTime: new Date(stateId).toISOString(),
    configurationStateId: stateId,
    awsAccountId: context.accountId,
    configurationItemStatus: status,
    configurationStateMd5Hash: '',
  };
}
