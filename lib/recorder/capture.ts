import { hash } from 'node:crypto';
import type { ConfigurationItem } from '../items/configuration-item';
import { contentOf } from '../items/content';
import { type endedStatuses, isRecordedNow } from '../items/item-status';
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
  /** The state id of the item that it follows; absent for the first of all. */
  basis?: number;
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
  const contentHash = hash('sha256', contentOf(observed), 'base64url');
  const gone = known === undefined || !isRecordedNow(known.status);
  if (!gone && known.contentHash === contentHash) return undefined;
  return {
    item: completed(observed, gone ? 'ResourceDiscovered' : 'OK', known, context),
    contentHash,
    basis: known?.stateId,
  };
}

/**
 * The item that ends a resource's record: it was deleted, or (`ResourceNotRecorded`) the recorder does not record its type any
 * more, of which AWS then keeps "null values for most configuration details". AWS leaves a deleted item no zone and no creation time, and empty tags,
 * relationships and supplementaryConfiguration (seen in real captures); a snapshot file never holds it.
 */
export function captureEnd(
  status: (typeof endedStatuses)[number],
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
  return { item: completed(observed, status, known, context), contentHash: '', basis: known.stateId };
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
