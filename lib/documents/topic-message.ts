import { isJsonObject } from '../items/form/item-fields';
import { parseJson } from '../json';

/** A message of a topic's feed that carries no item, told by its type; the other fields are there where the message has them. */
export interface TopicMessage {
  messageType: string;
  resourceType?: string;
  resourceId?: string;
  /** The object that the message is about: of an oversized change the whole notification. */
  object?: { bucket: string; key: string };
}

/** What a value of a feed is: a message without an item; or what is an item, or else nothing that a feed has. */
export type Unwrapped = { message: TopicMessage } | { value: unknown };

/**
 * What a topic of AWS Config sent, kept in a file: bare ("Example configuration item change notifications", AWS Config Developer Guide), within
 * what SNS puts round it (`Type` and `Message`, the message as JSON in a string; "Amazon SNS message formats"), or within an EventBridge
 * event (`detail-type` and `detail`). Messages are told apart by `messageType`, and not by what else they hold: a change of compliance names
 * a resource's type and id as an item does. What is no message is handed back as it is.
 */
export function unwrapMessage(value: unknown): Unwrapped {
  if (!isJsonObject(value)) return { value };
  const { Type, Message, detail, messageType, configurationItem } = value;
  if (typeof Type === 'string' && typeof Message === 'string') {
    const inner = Type === 'Notification' ? parsed(Message) : undefined;
    // EventBridge may have handed its event on to the topic.
    return isJsonObject(inner) ? unwrapMessage(inner) : { message: { messageType: `SNS ${Type}` } };
  }
  if (typeof value['detail-type'] === 'string' && isJsonObject(detail)) {
    const inner = ofNotification(detail);
    return 'message' in inner || inner.value !== detail ? inner : { message: { messageType: value['detail-type'] } };
  }
  return isJsonObject(configurationItem) || typeof messageType === 'string' ? ofNotification(value) : { value };
}

function ofNotification(notification: { [name: string]: unknown }): Unwrapped {
  const { messageType, configurationItem, configurationItemSummary: summary } = notification;
  if (isJsonObject(configurationItem)) return { value: configurationItem };
  if (typeof messageType !== 'string') return { value: notification };
  const { resourceType, resourceId } = isJsonObject(summary) ? summary : notification;
  const object = objectOf(notification);
  return {
    message: {
      messageType,
      ...(typeof resourceType === 'string' && { resourceType }),
      ...(typeof resourceId === 'string' && { resourceId }),
      ...(object && { object }),
    },
  };
}

/** Delivery notices name bucket and key, the summary of an oversized change both in one, `bucket/key`. */
function objectOf({ s3Bucket, s3ObjectKey, s3DeliverySummary }: { [name: string]: unknown }): TopicMessage['object'] {
  if (typeof s3Bucket === 'string' && typeof s3ObjectKey === 'string') return { bucket: s3Bucket, key: s3ObjectKey };
  const location = isJsonObject(s3DeliverySummary) ? s3DeliverySummary.s3BucketLocation : undefined;
  const [, bucket, key] = (typeof location === 'string' && /^([^/]+)\/(.+)$/.exec(location)) || [];
  return bucket !== undefined && key !== undefined ? { bucket, key } : undefined;
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
