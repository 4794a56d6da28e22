import type { RecordingFrequency, RecordingMode, RecordingModeOverride } from '@aws-sdk/client-config-service';
import { expect, test } from 'vitest';
import { recordingPolicy } from './recording-policy';

const types = ['AWS::EC2::Instance', 'aws::s3::bucket', 'AWS::IAM::Role', 'AWS::Config::ConfigurationRecorder'];
const recorded = (recordingGroup: Record<string, unknown>) =>
  types.filter(recordingPolicy({ recordingGroup, recordingMode: { recordingFrequency: 'CONTINUOUS' } }).records);
const [instance, bucket, role, recorder] = types;

test.each([
  [
    'all, without the global types',
    { allSupported: true, includeGlobalResourceTypes: false },
    [instance, bucket, recorder],
  ],
  ['all, with them', { allSupported: true, includeGlobalResourceTypes: true }, types],
  [
    'the types of a list, global ones too',
    { resourceTypes: ['AWS::S3::Bucket', 'AWS::IAM::Role'] },
    [bucket, role, recorder],
  ],
  [
    'all but the excluded ones, whatever is said of global types',
    {
      includeGlobalResourceTypes: false,
      exclusionByResourceTypes: { resourceTypes: ['AWS::S3::Bucket', 'AWS::Config::ConfigurationRecorder'] },
    },
    [instance, role, recorder],
  ],
])('records %s, and always the recorder', (_, group, expected) => {
  expect(recorded(group)).toEqual(expected);
});

test('a type is daily by its override, else by the mode; the recorder never is', () => {
  const override = (recordingFrequency: RecordingFrequency): RecordingModeOverride[] => [
    { resourceTypes: ['AWS::S3::Bucket'], recordingFrequency },
  ];
  const daily = (recordingMode: Partial<RecordingMode>) =>
    types.filter(
      recordingPolicy({ recordingGroup: {}, recordingMode: { recordingFrequency: 'CONTINUOUS', ...recordingMode } })
        .isDaily,
    );
  expect(daily({})).toEqual([]);
  expect(daily({ recordingFrequency: 'DAILY' })).toEqual([instance, bucket, role]);
  expect(daily({ recordingFrequency: 'DAILY', recordingModeOverrides: override('CONTINUOUS') })).toEqual([
    instance,
    role,
  ]);
  expect(daily({ recordingFrequency: 'CONTINUOUS', recordingModeOverrides: override('DAILY') })).toEqual([bucket]);
});
