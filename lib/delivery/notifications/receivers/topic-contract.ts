import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Topic } from './topic';

export interface TopicUnderTest {
  topic: Topic;
  /** An ARN of a new topic. */
  create(kind: 'standard' | 'fifo'): Promise<string>;
  /** What subscribers of the topic got so far, oldest first. */
  received(arn: string): Promise<{ subject: string | undefined; message: string }[]>;
}

/** What every topic must do: the tests run on SNS's protocol and on the twin that other tests use. */
export function topicContract(get: () => TopicUnderTest): void {
  const text = (message: string, subject = 'a subject') => ({
    subject,
    message,
    group: 'g',
    deduplicationId: randomUUID(),
  });

  describe('topic', () => {
    test('hands what is published to those who subscribed', async () => {
      const { topic, create, received } = get();
      const arn = await create('standard');
      await topic.publish(arn, text('{"a":"ü 😀 \\u0000 <&>"}', '[AWS Config:us-west-2] ü'));
      expect(await received(arn)).toEqual([
        { subject: '[AWS Config:us-west-2] ü', message: '{"a":"ü 😀 \\u0000 <&>"}' },
      ]);
    });

    test('takes 262,144 bytes and a subject of 100 characters', async () => {
      const { topic, create, received } = get();
      const arn = await create('standard');
      await topic.publish(arn, text('x'.repeat(262_144), 's'.repeat(100)));
      expect((await received(arn)).map(({ message }) => message.length)).toEqual([262_144]);
      await expect(topic.publish(arn, text('x'.repeat(262_145)))).rejects.toMatchObject({
        kind: 'invalid',
        code: 'InvalidParameter',
      });
    });

    test('keeps the order of a group, and takes a message once, where the topic is FIFO', async () => {
      const { topic, create, received } = get();
      const arn = await create('fifo');
      const first = text('1');
      await topic.publish(arn, first);
      await topic.publish(arn, text('2'));
      await topic.publish(arn, first);
      await topic.publish(arn, text('3'));
      expect((await received(arn)).map(({ message }) => message)).toEqual(['1', '2', '3']);
    });

    test('says which topic is not there', async () => {
      const { topic, create } = get();
      const missing = `${await create('standard')}-not`;
      await expect(topic.publish(missing, text('1'))).rejects.toMatchObject({ kind: 'not-found', code: 'NotFound' });
    });

    test('refuses what is no ARN of a topic', async () => {
      const { topic } = get();
      for (const arn of ['', 'topic', 'arn:aws:sqs:us-west-2:123456789012:q', 'arn:aws:sns:us-west-2:1:t']) {
        await expect(topic.publish(arn, text('1'))).rejects.toMatchObject({ code: 'InvalidParameter' });
      }
    });
  });
}
