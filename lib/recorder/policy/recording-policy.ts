import type { Recorder } from '../../inventory/recorder/recorder-state';
import { normalizeType } from '../../items/resource-type';

/** What a recorder is to record, and how often. */
export interface RecordingPolicy {
  /** Whether resources of a type are recorded at all. */
  records(resourceType: string): boolean;
  /** Whether a type is recorded once in 24 hours rather than whenever it changes. */
  isDaily(resourceType: string): boolean;
}

/** "IAM users, groups, roles, and customer managed policies": what `includeGlobalResourceTypes` is about. */
const globalTypes = typeKeys(['AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::Role', 'AWS::IAM::Policy']);

/** Recorded continuously whatever the mode says (RecordingMode in the service model). */
const neverDaily = typeKeys([
  'AWS::Config::ResourceCompliance',
  'AWS::Config::ConformancePackCompliance',
  'AWS::Config::ConfigurationRecorder',
]);

/**
 * The recording group and mode of a recorder, in AWS Config's own terms (RecordingGroup and RecordingMode in the service model):
 *
 * - a list of types records those, global ones among them too;
 * - exclusion records all types but those excluded, and `includeGlobalResourceTypes` has no say in it;
 * - all supported types are recorded without the global ones, unless `includeGlobalResourceTypes`;
 * - an override of the mode goes before the mode itself.
 *
 * The recorder itself is recorded however narrow the group: real snapshots always hold it.
 */
export function recordingPolicy({ recordingGroup, recordingMode }: Omit<Recorder, 'name'>): RecordingPolicy {
  const included = typeKeys(textsIn(recordingGroup.resourceTypes));
  const excluded = typeKeys(textsIn(memberOf(recordingGroup.exclusionByResourceTypes, 'resourceTypes')));
  const withGlobal = recordingGroup.includeGlobalResourceTypes === true;
  const chosen = (key: string) => {
    if (recordingGroup.allSupported !== true) {
      if (included.size > 0) return included.has(key);
      if (excluded.size > 0) return !excluded.has(key);
    }
    return withGlobal || !globalTypes.has(key);
  };
  const overrides = new Map<string, boolean>();
  for (const override of listIn(recordingMode.recordingModeOverrides)) {
    const daily = memberOf(override, 'recordingFrequency') === 'DAILY';
    for (const type of textsIn(memberOf(override, 'resourceTypes'))) overrides.set(normalizeType(type), daily);
  }
  const daily = recordingMode.recordingFrequency === 'DAILY';
  return {
    records(resourceType) {
      const key = normalizeType(resourceType);
      return key === 'aws::config::configurationrecorder' || chosen(key);
    },
    isDaily(resourceType) {
      const key = normalizeType(resourceType);
      return !neverDaily.has(key) && (overrides.get(key) ?? daily);
    },
  };
}

function typeKeys(types: readonly string[]): ReadonlySet<string> {
  return new Set(types.map(normalizeType));
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsIn(value: unknown): readonly string[] {
  return listIn(value).filter((one) => typeof one === 'string');
}
