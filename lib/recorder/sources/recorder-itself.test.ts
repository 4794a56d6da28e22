import { expect, test } from 'vitest';
import type { RecorderState } from '../../inventory/recorder/recorder-state';
import { recorderResource } from './recorder-itself';

const scope = { accountId: '123456789012', region: 'us-west-2' };
const recorder: RecorderState = {
  name: 'default',
  roleArn: 'arn:role',
  recordingGroup: { allSupported: true },
  recordingMode: { recordingFrequency: 'CONTINUOUS' },
  recording: true,
  lastStatus: 'PENDING',
};

test('is written in PascalCase throughout, with all its members, without name and zone', () => {
  const item = recorderResource(scope, recorder);
  expect(item).toMatchObject({ resourceId: 'default', awsRegion: 'us-west-2' });
  expect(item).not.toHaveProperty('resourceName');
  expect(item).not.toHaveProperty('availabilityZone');
  expect(item.configuration).toEqual({
    Id: 'default',
    Name: 'default',
    RoleARN: 'arn:role',
    RecordingGroup: {
      AllSupported: true,
      IncludeGlobalResourceTypes: false,
      ResourceTypes: [],
      ExclusionByResourceTypes: { ResourceTypes: [] },
      RecordingStrategy: { UseOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
    },
    Recording: true,
    RecordingMode: { RecordingFrequency: 'CONTINUOUS', RecordingModeOverrides: [] },
    RecordingScope: 'PAID',
  });
});

test('tells which types are recorded or excluded, and which at another pace', () => {
  const excluded = recorderResource(scope, {
    ...recorder,
    recording: false,
    recordingGroup: {
      exclusionByResourceTypes: { resourceTypes: ['AWS::EC2::Volume'] },
      recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
    },
    recordingMode: {
      recordingFrequency: 'DAILY',
      recordingModeOverrides: [{ resourceTypes: ['AWS::EC2::VPC'], recordingFrequency: 'CONTINUOUS' }],
    },
  });
  expect(excluded.configuration).toMatchObject({
    Recording: false,
    RecordingGroup: {
      AllSupported: false,
      ExclusionByResourceTypes: { ResourceTypes: ['AWS::EC2::Volume'] },
      RecordingStrategy: { UseOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
    },
    RecordingMode: {
      RecordingFrequency: 'DAILY',
      RecordingModeOverrides: [{ ResourceTypes: ['AWS::EC2::VPC'], RecordingFrequency: 'CONTINUOUS' }],
    },
  });
  const included = recorderResource(scope, { ...recorder, recordingGroup: { resourceTypes: ['AWS::EC2::VPC'] } });
  expect(included.configuration).toMatchObject({
    RecordingGroup: { RecordingStrategy: { UseOnly: 'INCLUSION_BY_RESOURCE_TYPES' }, ResourceTypes: ['AWS::EC2::VPC'] },
  });
});
