import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { oversizedItemKey } from '../../../buckets/object-key';
import type { Clock } from '../../../clock';
import {
  changeNotification,
  fitsTopic,
  type Notification,
  type OversizedPlace,
  oversizedNotification,
} from '../../../documents/notification';
import { DomainError } from '../../../errors';
import type { RecordedChange } from '../../../inventory/history/journal';
import type { ConfigurationItem } from '../../../items/configuration-item';
import { readConfigurationItem } from '../../../items/form/read-item';
import { resourceKey } from '../../../items/identity';
import type { Scope } from '../../../items/scope';
import { parseJson } from '../../../json';
import type { ObjectStore } from '../../../object-store/port';
import type { DeliveryChannel } from '../../channel/channel-store';
import type { Topic } from '../receivers/topic';

const compress = promisify(gzip);

export interface ChangeSenderParts {
  store: ObjectStore;
  topic: Topic;
  clock: Clock;
  scope: Scope;
  channel: DeliveryChannel;
  topicArn: string;
}

/**
 * Publishes one change. What is too long for SNS, or what SNS does not take for another reason that lies in the message, goes into
 * the bucket of the channel, and the topic is told where.
 *
 * @throws what the topic or the store fails with when neither could be done.
 */
export async function sendChange(parts: ChangeSenderParts, change: RecordedChange, signal: AbortSignal): Promise<void> {
  const { topic, topicArn, clock, scope } = parts;
  const current = readConfigurationItem(parseJson(change.body));
  const previous =
    change.previousBody === undefined ? undefined : readConfigurationItem(parseJson(change.previousBody));
  const key = resourceKey(change);
  const order = {
    group: hash(key),
    // Not the number in the journal: another database may number other changes for the same topic.
    deduplicationId: hash(`${scope.accountId}/${scope.region}/${key}/${current.configurationStateId}`),
  };
  const at = { region: scope.region, now: clock() };
  const whole = changeNotification(current, previous, at);
  const sendShort = async () => {
    const place = await putOversized(parts, current, whole, signal);
    await topic.publish(topicArn, { ...oversizedNotification(current, previous, place, at), ...order }, signal);
  };
  if (!fitsTopic(whole)) return sendShort();
  try {
    await topic.publish(topicArn, { ...whole, ...order }, signal);
  } catch (error) {
    // A single message that SNS dislikes must not stand in the way of all that come after it.
    if (error instanceof DomainError && error.kind === 'invalid') return sendShort();
    throw error;
  }
}

/** Puts the whole notification into the bucket. A bucket that refuses is told of; one that is away is waited for. */
async function putOversized(
  { store, scope, channel }: ChangeSenderParts,
  item: ConfigurationItem,
  { message }: Notification,
  signal: AbortSignal,
): Promise<OversizedPlace> {
  const bucket = channel.s3BucketName;
  const key = oversizedItemKey({
    prefix: channel.s3KeyPrefix,
    ...scope,
    resourceType: item.resourceType,
    resourceId: item.resourceId,
    captureTime: new Date(item.configurationItemCaptureTime),
    configurationStateId: String(item.configurationStateId),
  });
  try {
    await store.put(bucket, key, await compress(message), {
      contentType: 'application/json',
      contentEncoding: 'gzip',
      kmsKeyArn: channel.s3KmsKeyArn,
      signal,
    });
    return { bucket, key };
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
    return { errorCode: error.code, errorMessage: error.message };
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
