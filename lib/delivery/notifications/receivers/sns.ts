import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { DomainError, type ErrorKind, errorMessage } from '../../../errors';
import { topicRegion } from '../../channel/topic-arn';
import type { Topic, TopicMessage } from './topic';

/**
 * Amazon SNS, or what speaks its protocol at AWS_ENDPOINT_URL_SNS or AWS_ENDPOINT_URL. Credentials come from the SDK's standard
 * chain, the region from each topic's ARN.
 */
export function createSnsTopic(): Topic {
  const clients = new Map<string, SNSClient>();

  function clientIn(region: string): SNSClient {
    const client =
      clients.get(region) ??
      // Trying again is the sender's: it knows of the order, and for how long.
      new SNSClient({ region, maxAttempts: 1, requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000 } });
    clients.set(region, client);
    return client;
  }

  return {
    async publish(topicArn, message, signal) {
      const client = clientIn(regionOf(topicArn));
      try {
        await client.send(new PublishCommand(publishInput(topicArn, message)), { abortSignal: signal });
      } catch (error) {
        throw snsFailure(error, topicArn);
      }
    },

    close() {
      for (const client of clients.values()) client.destroy();
      clients.clear();
    },
  };
}

function publishInput(TopicArn: string, { subject, message, group, deduplicationId }: TopicMessage) {
  const plain = { TopicArn, Subject: subject, Message: message };
  if (!TopicArn.endsWith('.fifo')) return plain;
  return { ...plain, MessageGroupId: group, MessageDeduplicationId: deduplicationId };
}

function regionOf(topicArn: string): string {
  const region = topicRegion(topicArn);
  if (region !== undefined) return region;
  const message = `Invalid parameter: TopicArn. "${topicArn}" is not the ARN of an SNS topic, such as arn:aws:sns:us-west-2:123456789012:config.`;
  throw new DomainError('invalid', 'InvalidParameter', message);
}

const passing = new Set(['Throttled', 'Throttling', 'KMSThrottling', 'InternalError', 'RequestTimeout']);

const advice: Record<string, string> = {
  NotFound: ' Make the topic, or put a delivery channel with another one.',
  AuthorizationError: ' Allow sns:Publish on the topic for the credentials in use.',
  KMSAccessDenied: ' Allow kms:GenerateDataKey and kms:Decrypt on the key of the topic.',
};

/** What the SDK threw, with the code that SNS itself sends ("Errors" of Publish: the SDK adds `Exception` to some). */
function snsFailure(error: unknown, topicArn: string): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error;
  const status = '$metadata' in error ? (error.$metadata as { httpStatusCode?: number }).httpStatusCode : undefined;
  const options = { cause: error };
  if (status === undefined && error.name !== 'CredentialsProviderError') {
    const message = `SNS did not answer for ${topicArn}: ${errorMessage(error)}. It is tried again.`;
    return new DomainError('unavailable', 'TopicUnavailable', message, options);
  }
  const code = error.name.replace(/Exception$/, '');
  const said = error.message.replace(/\.$/, '') || code;
  return new DomainError(kindOf(code, status), code, `${said}.${advice[code] ?? ''}`, options);
}

function kindOf(code: string, status = 0): ErrorKind {
  if (passing.has(code) || status >= 500 || status === 429) return 'unavailable';
  if (code === 'NotFound') return 'not-found';
  return /^InvalidParameter(Value)?$|^Validation$/.test(code) ? 'invalid' : 'denied';
}
