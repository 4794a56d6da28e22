import { expect, test } from 'vitest';
import { unwrapMessage } from './topic-message';

const item = { resourceType: 'AWS::EC2::Volume', resourceId: 'vol-1' };
const change = {
  configurationItemDiff: null,
  configurationItem: item,
  messageType: 'ConfigurationItemChangeNotification',
};
const compliance = { ...item, configRuleName: 'r', messageType: 'ComplianceChangeNotification', recordVersion: '1.0' };
const sns = (message: unknown) => ({ Type: 'Notification', TopicArn: 't', Message: JSON.stringify(message) });
const event = (detail: unknown) => ({ version: '0', 'detail-type': 'Config Something', source: 'aws.config', detail });

test.each([
  ['bare', (message: unknown) => message],
  ['within what SNS puts round it', sns],
  ['as an EventBridge event', event],
])('a change is its item, and another message itself, %s', (_, wrapped) => {
  expect(unwrapMessage(wrapped(change))).toEqual({ value: item });
  expect(unwrapMessage(wrapped(compliance))).toEqual({
    message: { messageType: 'ComplianceChangeNotification', ...item },
  });
  const delivered = { s3ObjectKey: 'AWSLogs/k', s3Bucket: 'b', messageType: 'ConfigurationHistoryDeliveryCompleted' };
  expect(unwrapMessage(wrapped(delivered))).toEqual({
    message: { messageType: 'ConfigurationHistoryDeliveryCompleted', object: { bucket: 'b', key: 'AWSLogs/k' } },
  });
  const oversized = {
    configurationItemSummary: { ...item, changeType: 'UPDATE' },
    s3DeliverySummary: { s3BucketLocation: 'b/AWSLogs/1/x.json.gz', errorCode: null },
    messageType: 'OversizedConfigurationItemChangeNotification',
  };
  expect(unwrapMessage(wrapped(oversized))).toEqual({
    message: {
      messageType: 'OversizedConfigurationItemChangeNotification',
      ...item,
      object: { bucket: 'b', key: 'AWSLogs/1/x.json.gz' },
    },
  });
});

test('what is no message comes back as it is, and envelopes without a message of AWS Config are told by what they are', () => {
  for (const value of [item, [], 'x', null, { configurationItem: 'x' }, { messageType: 1 }])
    expect(unwrapMessage(value)).toEqual({ value });
  expect(unwrapMessage({ Type: 'SubscriptionConfirmation', Message: 'Visit the URL' })).toEqual({
    message: { messageType: 'SNS SubscriptionConfirmation' },
  });
  expect(unwrapMessage({ Type: 'Notification', Message: 'not JSON' })).toEqual({
    message: { messageType: 'SNS Notification' },
  });
  expect(unwrapMessage(event({ instance: 'i-1' }))).toEqual({ message: { messageType: 'Config Something' } });
});
