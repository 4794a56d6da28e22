import { hash } from 'node:crypto';
import type { CapturedItem, LatestItem } from '../../inventory/current/captured-item';
import { canonicalContent, captureFields } from '../../items/compare/content';
import type { ConfigurationItem } from '../../items/configuration-item';
import { fileForm } from '../../items/form/file-form';
import { fieldTexts, joinFields } from '../../items/form/write-item';
import { type endedStatuses, isRecordedNow } from '../../items/item-status';
import type { ObservedResource } from '../sources/port';

/** A resource as it was seen, written once: fields by name, and the hash of those that are the resource's own. */
export interface Observation {
  resource: ObservedResource;
  texts: Map<string, string>;
  contentHash: string;
}

const ofCapture: ReadonlySet<string> = new Set(captureFields);

/**
 * Writes a resource and takes its hash, which goes by the very text: equal hashes tell that nothing changed, different ones ask
 * for a second look (`canonicalContent`), in which the order of fields and sets does not count.
 */
export function observe(resource: ObservedResource): Observation {
  const texts = fieldTexts(resource);
  const content = joinFields(texts, (name) => !ofCapture.has(name));
  return { resource, texts, contentHash: hash('sha256', content, 'base64url') };
}

/** Whether the hash alone does not tell if a resource changed: then `capture` wants its newest item. */
export function needsDeepComparison({ contentHash }: Observation, known: LatestItem | undefined): boolean {
  return known !== undefined && isRecordedNow(known.status) && known.contentHash !== contentHash;
}

/**
 * What one observation of a resource means: a first sight is `ResourceDiscovered`, a changed one `OK`, an unchanged one
 * nothing (undefined). Statuses as seen in real snapshots. `now` becomes the capture time; `configurationStateId` is
 * that time in epoch milliseconds, moved on where the clock stood still or went back, so that it always grows.
 *
 * @param newest the newest item of the resource, for `needsDeepComparison`.
 */
export function capture(
  observation: Observation,
  known: LatestItem | undefined,
  context: { accountId: string; now: Date },
  newest?: ConfigurationItem,
): CapturedItem | undefined {
  const gone = known === undefined || !isRecordedNow(known.status);
  if (!gone && known.contentHash === observation.contentHash) return undefined;
  if (!gone && newest && canonicalContent(newest) === canonicalContent(observation.resource)) return undefined;
  return completed(observation, gone ? 'ResourceDiscovered' : 'OK', known, context);
}

/**
 * The item that ends a resource's record: it was deleted, or (`ResourceNotRecorded`) the recorder does not record its type any
 * more, of which AWS then keeps "null values for most configuration details". AWS leaves a deleted item no zone and no
 * creation time, and empty tags, relationships and supplementaryConfiguration (seen in real captures); a snapshot file never
 * holds it.
 */
export function captureDeletion(
  status: (typeof endedStatuses)[number],
  last: Pick<ConfigurationItem, 'resourceType' | 'resourceId' | 'resourceName' | 'ARN' | 'awsRegion'>,
  known: LatestItem,
  context: { accountId: string; now: Date },
): CapturedItem {
  const resource: ObservedResource = {
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
  return completed({ resource, texts: fieldTexts(resource), contentHash: '' }, status, known, context);
}

function completed(
  { resource, texts, contentHash }: Observation,
  status: string,
  known: LatestItem | undefined,
  context: { accountId: string; now: Date },
): CapturedItem {
  const stateId = Math.max(context.now.getTime(), (known?.stateId ?? 0) + 1);
  const { resourceType, resourceId, resourceName, ARN, awsRegion, availabilityZone, resourceCreationTime } = resource;
  const captured = {
    configurationItemVersion: '1.3',
    configurationItemCaptureTime: new Date(stateId).toISOString(),
    configurationStateId: stateId,
    awsAccountId: context.accountId,
    configurationItemStatus: status,
    configurationStateMd5Hash: '',
  };
  for (const [name, text] of fieldTexts(captured)) texts.set(name, text);
  const item = {
    ...captured,
    resourceType,
    resourceId,
    resourceName,
    ARN,
    awsRegion,
    availabilityZone,
    resourceCreationTime,
  };
  const fileBody = fileForm(resource, texts);
  return {
    item,
    body: joinFields(texts),
    ...(fileBody === undefined ? {} : { fileBody }),
    contentHash,
    previousStateId: known?.stateId,
  };
}
