import { longestMessage } from '../../../documents/notification';
import { DomainError } from '../../../errors';
import type { Topic, TopicMessage } from './topic';

export interface TestTopic extends Topic {
  add(arn: string): void;
  /** Everything that was taken, oldest first. */
  taken: (TopicMessage & { arn: string })[];
  /** Called before a message is taken; what it throws is thrown, what it waits for is waited for. */
  before: (message: TopicMessage, arn: string, signal?: AbortSignal) => Promise<void> | void;
}

/** A topic in memory that behaves as SNS does; topics are those that were added. */
export function createTestTopic(): TestTopic {
  const arns = new Set<string>();
  const seen = new Set<string>();
  const topic: TestTopic = {
    taken: [],
    before: () => {},
    add: (arn) => arns.add(arn),
    async publish(arn, message, signal) {
      await topic.before(message, arn, signal);
      if (!/^arn:aws:sns:[a-z0-9-]+:\d{12}:[\w.-]+$/.test(arn)) {
        throw new DomainError('invalid', 'InvalidParameter', 'Invalid parameter: TopicArn.');
      }
      if (!arns.has(arn)) throw new DomainError('not-found', 'NotFound', 'Topic does not exist.');
      if (Buffer.byteLength(message.message) > longestMessage || message.subject.length > 100) {
        throw new DomainError('invalid', 'InvalidParameter', 'Invalid parameter: Message too long.');
      }
      if (arn.endsWith('.fifo')) {
        const key = `${arn} ${message.deduplicationId}`;
        if (seen.has(key)) return;
        seen.add(key);
      }
      topic.taken.push({ ...message, arn });
    },
    close: () => {},
  };
  return topic;
}
