import type { Notification } from '../../../documents/notification';

/** What a topic is to know of a notification besides its text. A topic that keeps an order (FIFO) uses all of it. */
export interface TopicMessage extends Notification {
  /** Messages of one group are kept in order. */
  group: string;
  /** The same for the same notification, however often it is sent. */
  deduplicationId: string;
}

/**
 * Where notifications are published: SNS, or its twin in tests.
 *
 * `publish` resolves when the topic has taken the message.
 *
 * @throws DomainError from `publish`, with SNS's own code (`NotFound`, `AuthorizationError`, `InvalidParameter`, …): of kind
 *   `unavailable` where trying again may help (`TopicUnavailable` when SNS cannot be reached), of another kind where somebody has to
 *   mend something first. A message may have been taken even then.
 */
export interface Topic {
  publish(topicArn: string, message: TopicMessage, signal?: AbortSignal): Promise<void>;
  /** Lets go of connections. */
  close(): void;
}
