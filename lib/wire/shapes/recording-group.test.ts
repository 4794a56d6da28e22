import { describe, expect, test } from 'vitest';
import { checkedRecordingGroup, checkedRecordingMode } from './recording-group';

type Group = Parameters<typeof checkedRecordingGroup>[0];

describe('a recording group', () => {
  test('is everything but the global types where none is given', () => {
    expect(checkedRecordingGroup(undefined)).toEqual({
      allSupported: true,
      includeGlobalResourceTypes: false,
      resourceTypes: [],
      exclusionByResourceTypes: { resourceTypes: [] },
      recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
    });
  });

  const valid: [Group, string][] = [
    [{ allSupported: true, includeGlobalResourceTypes: true }, 'ALL_SUPPORTED_RESOURCE_TYPES'],
    [{ allSupported: true, resourceTypes: [] }, 'ALL_SUPPORTED_RESOURCE_TYPES'],
    [{ resourceTypes: ['AWS::EC2::Volume'] }, 'INCLUSION_BY_RESOURCE_TYPES'],
    [
      { resourceTypes: ['AWS::EC2::Volume'], recordingStrategy: { useOnly: 'INCLUSION_BY_RESOURCE_TYPES' } },
      'INCLUSION_BY_RESOURCE_TYPES',
    ],
    [
      {
        exclusionByResourceTypes: { resourceTypes: ['AWS::EC2::Volume'] },
        recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
      },
      'EXCLUSION_BY_RESOURCE_TYPES',
    ],
  ];
  test.each(valid)('%j is recorded by %s', (group, strategy) => {
    expect(checkedRecordingGroup(group).recordingStrategy).toEqual({ useOnly: strategy });
  });

  const invalid: Group[] = [
    {},
    { allSupported: false, resourceTypes: [] },
    { includeGlobalResourceTypes: true },
    { allSupported: true, resourceTypes: ['AWS::EC2::Volume'] },
    { includeGlobalResourceTypes: true, resourceTypes: ['AWS::EC2::Volume'] },
    { allSupported: true, recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' } },
    { recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' } },
    { recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' } },
    { exclusionByResourceTypes: { resourceTypes: ['AWS::EC2::Volume'] } },
    {
      resourceTypes: ['AWS::EC2::VPC'],
      exclusionByResourceTypes: { resourceTypes: ['AWS::EC2::Volume'] },
      recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
    },
  ];
  test.each(invalid.map((group) => [group]))('refuses %j', (group) => {
    expect(() => checkedRecordingGroup(group)).toThrow('The recording group provided is not valid');
  });
});

describe('a recording mode', () => {
  test('is continuous without exceptions where none is given', () => {
    expect(checkedRecordingMode(undefined)).toEqual({ recordingFrequency: 'CONTINUOUS', recordingModeOverrides: [] });
  });

  test('is never daily for a type that AWS records continuously only', () => {
    const recordingModeOverrides = [
      { resourceTypes: ['AWS::Config::ResourceCompliance' as const], recordingFrequency: 'DAILY' as const },
    ];
    expect(() => checkedRecordingMode({ recordingFrequency: 'CONTINUOUS', recordingModeOverrides })).toThrow(
      'AWS::Config::ResourceCompliance',
    );
    const compliance = 'aws::config::resourcecompliance' as 'AWS::Config::ResourceCompliance';
    expect(() => checkedRecordingMode({ recordingFrequency: 'DAILY' }, [compliance])).toThrow(compliance);
  });

  test('is daily for named types only where each of them can be', () => {
    const daily = { recordingFrequency: 'DAILY' as const };
    const compliance = 'AWS::Config::ResourceCompliance' as const;
    expect(checkedRecordingMode(daily)).toEqual(daily);
    expect(checkedRecordingMode(daily, ['AWS::EC2::Volume'])).toEqual(daily);
    expect(() => checkedRecordingMode(daily, ['AWS::EC2::Volume', compliance])).toThrow(compliance);
    const recordingModeOverrides = [{ resourceTypes: [compliance], recordingFrequency: 'CONTINUOUS' as const }];
    const mended = { ...daily, recordingModeOverrides };
    expect(checkedRecordingMode(mended, ['AWS::EC2::Volume', compliance])).toEqual(mended);
  });
});
