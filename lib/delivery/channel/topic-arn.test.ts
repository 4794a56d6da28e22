import { expect, test } from 'vitest';
import { topicRegion } from './topic-arn';

test.each([
  ['arn:aws:sns:us-west-2:123456789012:config', 'us-west-2'],
  ['arn:aws:sns:eu-central-1:123456789012:config_Topic-1.fifo', 'eu-central-1'],
  ['arn:aws-cn:sns:cn-north-1:123456789012:config', 'cn-north-1'],
  ['arn:aws-us-gov:sns:us-gov-west-1:123456789012:x', 'us-gov-west-1'],
])('%s is the ARN of a topic', (arn, region) => {
  expect(topicRegion(arn)).toBe(region);
});

test.each([
  '',
  'config',
  'arn:aws:sns:us-west-2:123456789012',
  'arn:aws:sns:us-west-2:123456789012:',
  'arn:aws:sns::123456789012:config',
  'arn:aws:sns:us-west-2:12345:config',
  'arn:aws:sqs:us-west-2:123456789012:config',
  'arn:aws:sns:us-west-2:123456789012:config:7f4a3a1e-6d43-4f5c-9d53-0c6b0e0f4a11',
  'arn:aws:sns:us-west-2:123456789012:con fig',
  'arn:aws:sns:us-west-2:123456789012:config\n',
  `arn:aws:sns:us-west-2:123456789012:${'x'.repeat(257)}`,
  ' arn:aws:sns:us-west-2:123456789012:config',
])('%j is not', (arn) => {
  expect(topicRegion(arn)).toBeUndefined();
});
