import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Moto, motoMissing, startMoto } from '../../../../e2e/emulators/moto';
import { createSnsTopic } from './sns';
import { createTestTopic } from './test-topic';
import type { Topic } from './topic';
import { topicContract } from './topic-contract';

const missing = motoMissing();
if (missing) console.warn(`The SNS tests are skipped: ${missing}.`);

describe('the twin', () => {
  const topic = createTestTopic();
  topicContract(() => ({
    topic,
    async create(kind) {
      const arn = `arn:aws:sns:us-west-2:123456789012:${randomUUID()}${kind === 'fifo' ? '.fifo' : ''}`;
      topic.add(arn);
      return arn;
    },
    received: async (arn) =>
      topic.taken.filter((one) => one.arn === arn).map(({ subject, message }) => ({ subject, message })),
  }));
});

describe.skipIf(missing !== undefined)('SNS', () => {
  let moto: Moto;
  let topic: Topic;
  let sns: SNSClient;
  let sqs: SQSClient;
  const queues = new Map<string, string>();

  beforeAll(async () => {
    process.env.AWS_ACCESS_KEY_ID = 'testing';
    process.env.AWS_SECRET_ACCESS_KEY = 'testing';
    moto = await startMoto();
    process.env.AWS_ENDPOINT_URL_SNS = moto.endpoint;
    topic = createSnsTopic();
    const options = { region: 'eu-central-1', endpoint: moto.endpoint };
    sns = new SNSClient(options);
    sqs = new SQSClient(options);
  }, 60_000);
  afterAll(async () => {
    topic?.close();
    sns?.destroy();
    sqs?.destroy();
    delete process.env.AWS_ENDPOINT_URL_SNS;
    await moto?.stop();
  });

  async function create(kind: 'standard' | 'fifo'): Promise<string> {
    const suffix = kind === 'fifo' ? '.fifo' : '';
    const Attributes = kind === 'fifo' ? { FifoTopic: 'true' } : undefined;
    const { TopicArn = '' } = await sns.send(
      new CreateTopicCommand({ Name: `t-${randomUUID()}${suffix}`, Attributes }),
    );
    const { QueueUrl = '' } = await sqs.send(
      new CreateQueueCommand({
        QueueName: `q-${randomUUID()}${suffix}`,
        Attributes: kind === 'fifo' ? { FifoQueue: 'true' } : undefined,
      }),
    );
    const found = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: found.Attributes?.QueueArn }));
    queues.set(TopicArn, QueueUrl);
    return TopicArn;
  }

  async function received(arn: string) {
    const QueueUrl = queues.get(arn);
    const all: { subject: string | undefined; message: string }[] = [];
    for (;;) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
      if (Messages.length === 0) return all;
      for (const { Body = '{}', ReceiptHandle } of Messages) {
        const { Subject, Message } = JSON.parse(Body);
        all.push({ subject: Subject, message: Message });
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
  }

  topicContract(() => ({ topic, create, received }));

  test('an SNS that does not answer is one to try again', async () => {
    // Takes connections and drops them.
    const deaf = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
    const address = deaf.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    process.env.AWS_ENDPOINT_URL_SNS = `http://127.0.0.1:${port}`;
    const away = createSnsTopic();
    const message = { subject: 's', message: 'm', group: 'g', deduplicationId: 'd' };
    await expect(away.publish('arn:aws:sns:us-west-2:123456789012:t', message)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'TopicUnavailable',
    });
    away.close();
    process.env.AWS_ENDPOINT_URL_SNS = moto.endpoint;
    await new Promise((resolve) => deaf.close(resolve));
  });
});
