import type { ConfigurationItem } from '../items/configuration-item';
import { fieldOrder } from '../items/form/write-item';
import { stringifyJson } from '../json';
import { type ChangeType, configurationItemDiff } from './item-diff';

/** What is published to a topic: SNS's `Subject` and `Message`. */
export interface Notification {
  subject: string;
  /** One line of JSON. */
  message: string;
}

/** Bytes that SNS takes for a message ("Publish", Amazon SNS API Reference). */
export const longestMessage = 262_144;

const shownAs: { [change in ChangeType]: string } = { CREATE: 'Discovered', UPDATE: 'Updated', DELETE: 'Deleted' };

/**
 * The notification of one change of a resource, in the form of captured ones. It may be longer than SNS takes: then the whole goes
 * into the bucket, and `oversizedNotification` is published.
 *
 * @param previous the item of the resource before; undefined where none is known
 */
export function changeNotification(
  current: ConfigurationItem,
  previous: ConfigurationItem | undefined,
  { region, now }: { region: string; now: Date },
): Notification {
  const diff = configurationItemDiff(previous, current);
  return {
    subject: changeSubject(current, diff.changeType, region),
    message: stringifyJson({
      configurationItemDiff: diff,
      configurationItem: withNulls(current),
      notificationCreationTime: now.toISOString(),
      messageType: 'ConfigurationItemChangeNotification',
      recordVersion: '1.3',
    }),
  };
}

/** Whether SNS takes a notification as it is. */
export function fitsTopic({ message }: Notification): boolean {
  return Buffer.byteLength(message) <= longestMessage;
}

/** Where the whole of an oversized notification lies, or why it could not be put there. */
export type OversizedPlace = { bucket: string; key: string } | { errorCode: string; errorMessage: string };

/** What is published instead of a notification that is too long ("Example Oversized Configuration Item Change Notification"). */
export function oversizedNotification(
  current: ConfigurationItem,
  previous: ConfigurationItem | undefined,
  place: OversizedPlace,
  { region, now }: { region: string; now: Date },
): Notification {
  const { changeType } = configurationItemDiff(previous, current);
  const stored = 'key' in place;
  return {
    subject: changeSubject(current, changeType, region),
    message: JSON.stringify({
      configurationItemSummary: {
        changeType,
        configurationItemVersion: current.configurationItemVersion,
        configurationItemCaptureTime: current.configurationItemCaptureTime,
        configurationStateId: current.configurationStateId,
        awsAccountId: current.awsAccountId,
        configurationItemStatus: current.configurationItemStatus,
        resourceType: current.resourceType,
        resourceId: current.resourceId,
        resourceName: current.resourceName ?? null,
        ARN: current.ARN ?? null,
        awsRegion: current.awsRegion,
        availabilityZone: current.availabilityZone ?? null,
        configurationStateMd5Hash: current.configurationStateMd5Hash,
        resourceCreationTime: current.resourceCreationTime ?? null,
      },
      s3DeliverySummary: {
        s3BucketLocation: stored ? `${place.bucket}/${place.key}` : null,
        errorCode: stored ? null : place.errorCode,
        errorMessage: stored ? null : place.errorMessage,
      },
      notificationCreationTime: now.toISOString(),
      messageType: 'OversizedConfigurationItemChangeNotification',
      recordVersion: '1.0',
    }),
  };
}

/** The fields of a delivery notice besides those that all have. */
export type DeliveryNotice =
  | { messageType: 'ConfigurationSnapshotDeliveryStarted'; configSnapshotId: string }
  | {
      messageType: 'ConfigurationSnapshotDeliveryCompleted';
      configSnapshotId: string;
      s3ObjectKey: string;
      s3Bucket: string;
    }
  | {
      messageType: 'ConfigurationSnapshotDeliveryFailed';
      configSnapshotId: string;
      errorCode: string;
      errorMessage: string;
    }
  | { messageType: 'ConfigurationHistoryDeliveryCompleted'; s3ObjectKey: string; s3Bucket: string };

const shownNotices: { [type in DeliveryNotice['messageType']]: string } = {
  ConfigurationSnapshotDeliveryStarted: 'Configuration Snapshot Delivery Started',
  ConfigurationSnapshotDeliveryCompleted: 'Configuration Snapshot Delivery Completed',
  ConfigurationSnapshotDeliveryFailed: 'Configuration Snapshot Delivery Failed',
  ConfigurationHistoryDeliveryCompleted: 'Configuration History Delivery Completed',
};

/**
 * The notice of a delivery. The forms are those of captured notices and of AWS Config's guide; that of a failure is not published
 * beyond its name, and has the fields of Started with what went wrong.
 */
export function deliveryNotification(
  { messageType, ...fields }: DeliveryNotice,
  { accountId, region, now }: { accountId: string; region: string; now: Date },
): Notification {
  return {
    subject: `[AWS Config:${region}] ${shownNotices[messageType]} for Account ${accountId}`,
    message: JSON.stringify({
      ...fields,
      notificationCreationTime: now.toISOString(),
      messageType,
      recordVersion: '1.1',
    }),
  };
}

function changeSubject(item: ConfigurationItem, changeType: ChangeType, region: string): string {
  const { resourceType, resourceId, awsAccountId } = item;
  return subject(
    `[AWS Config:${region}] ${resourceType} ${resourceId} ${shownAs[changeType]} in Account ${awsAccountId}`,
  );
}

/** SNS refuses control characters; AWS Config cuts to 97 characters and three dots. */
function subject(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
  return line.length <= 100 ? line : `${line.slice(0, 97).replace(/[\ud800-\udbff]$/, '')}...`;
}

/** The item as files have it, with null for fields without a value: captured notifications have them. */
function withNulls(item: ConfigurationItem): object {
  const { relationships, ...rest } = item;
  const known = Object.fromEntries(fieldOrder.map((name) => [name, null]));
  const ends = relationships.map((end) => ({ resourceId: null, resourceName: null, ...end }));
  return { ...known, ...rest, relationships: ends };
}
