import { describe, expect, test } from 'vitest';
import { changesBetween } from './changes';
import { fieldsOf as channelFields, channelOf, shownChannel, triedChannel } from './channel/channel-fields';
import { fieldsOf as recorderFields, recorderOf, shownRecorder } from './recorder/recorder-fields';

describe('the channel form', () => {
  const channel = {
    name: 'default',
    s3BucketName: 'config-bucket',
    s3KeyPrefix: 'audit',
    s3KmsKeyArn: 'arn:aws:kms:us-west-2:123456789012:key/1',
    snsTopicARN: 'arn:aws:sns:us-west-2:123456789012:config',
    configSnapshotDeliveryProperties: { deliveryFrequency: 'Six_Hours' },
  };

  test('sends the whole channel back, so that nothing is wiped', () => {
    expect(channelOf(channelFields(channel))).toEqual(channel);
  });

  test('tries the bucket with all that matters to it', () => {
    const { configSnapshotDeliveryProperties: _, ...wanted } = channel;
    expect(triedChannel({ ...channelFields(channel), s3BucketName: ' config-bucket ' })).toEqual(wanted);
  });

  test('tells what an emptied field takes away', () => {
    const before = channelFields(channel);
    const after = { ...before, s3KeyPrefix: ' ', deliveryFrequency: '' };
    expect(changesBetween(shownChannel(before), shownChannel(after))).toEqual([
      { label: 'Key prefix', before: 'audit', after: 'None' },
      { label: 'Frequency', before: 'Every 6 hours', after: 'On request only' },
    ]);
    expect(channelOf(after)).not.toHaveProperty('s3KeyPrefix');
    expect(channelOf(after)).not.toHaveProperty('configSnapshotDeliveryProperties');
  });
});

describe('the recorder form', () => {
  const recorder = {
    name: 'default',
    roleARN: 'arn:aws:iam::123456789012:role/config',
    recordingGroup: {
      allSupported: false,
      includeGlobalResourceTypes: false,
      exclusionByResourceTypes: { resourceTypes: ['AWS::EC2::Volume'] },
      recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
    },
    recordingMode: {
      recordingFrequency: 'DAILY' as const,
      recordingModeOverrides: [
        { resourceTypes: ['AWS::EC2::Instance'], recordingFrequency: 'CONTINUOUS' as const, description: 'prod' },
      ],
    },
  };

  test('sends the whole recorder back', () => expect(recorderOf(recorderFields(recorder))).toEqual(recorder));

  test('sends no list with all types', () => {
    const all = { ...recorderFields(recorder), strategy: 'ALL_SUPPORTED_RESOURCE_TYPES' as const, includeGlobal: true };
    expect(recorderOf(all).recordingGroup).toEqual({
      allSupported: true,
      includeGlobalResourceTypes: true,
      recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
    });
    expect(changesBetween(shownRecorder(recorderFields(recorder)), shownRecorder(all))).toEqual([
      { label: 'What is recorded', before: 'All types with exceptions', after: 'All types' },
      { label: 'Global types', before: 'None', after: 'Recorded' },
      { label: 'Types chosen', before: 'AWS::EC2::Volume', after: 'None' },
    ]);
  });
});
