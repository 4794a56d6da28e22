import type { RecordingGroup, RecordingMode } from '@aws-sdk/client-config-service';
import { normalizeType } from '../../items/resource-type';
import { WireError } from '../errors';
import type { Checked } from '../operation';

/** Types that AWS records continuously and no other way (PutConfigurationRecorder, RecordingModeOverride). */
const neverDaily: ReadonlySet<string> = new Set(
  [
    'AWS::Config::ResourceCompliance',
    'AWS::Config::ConformancePackCompliance',
    'AWS::Config::ConfigurationRecorder',
  ].map(normalizeType),
);

/**
 * A recording group in full, as AWS gives it back: none asked for means all supported types without the global ones. The combinations
 * are those of the model's InvalidRecordingGroupException: all types and a list exclude each other, exclusion wants its strategy
 * named, global types go with all types only, and something must be chosen.
 *
 * @throws WireError `InvalidRecordingGroupException`.
 */
export function checkedRecordingGroup(group: Checked<RecordingGroup> | undefined): RecordingGroup {
  if (!group) return fullGroup({ allSupported: true, useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' });
  const included = group.resourceTypes ?? [];
  const excluded = group.exclusionByResourceTypes?.resourceTypes ?? [];
  const useOnly = group.recordingStrategy?.useOnly;
  const global = group.includeGlobalResourceTypes ?? false;
  const strategyIs = (fitting: string) => useOnly === undefined || useOnly === fitting;

  if (group.allSupported) {
    if (included.length > 0 || excluded.length > 0 || !strategyIs('ALL_SUPPORTED_RESOURCE_TYPES')) throw invalidGroup();
    return fullGroup({ allSupported: true, global, useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' });
  }
  if (global) throw invalidGroup();
  if (included.length > 0) {
    if (excluded.length > 0 || !strategyIs('INCLUSION_BY_RESOURCE_TYPES')) throw invalidGroup();
    return fullGroup({ included, useOnly: 'INCLUSION_BY_RESOURCE_TYPES' });
  }
  if (excluded.length > 0 && useOnly === 'EXCLUSION_BY_RESOURCE_TYPES') return fullGroup({ excluded, useOnly });
  throw invalidGroup();
}

/**
 * The recording mode in full; none asked for means continuous, with an empty list of exceptions beside it (seen in real answers).
 *
 * @param included the types that the group names: "for the allSupported recording strategy" AWS itself records continuously what cannot
 * be recorded daily (RecordingMode), for named types the caller has to.
 * @throws WireError `ValidationException` for daily recording of a type that AWS records continuously only.
 */
export function checkedRecordingMode(
  mode: Checked<RecordingMode> | undefined,
  included: readonly string[] = [],
): RecordingMode {
  if (!mode) return { recordingFrequency: 'CONTINUOUS', recordingModeOverrides: [] };
  const overrides = mode.recordingModeOverrides ?? [];
  const overridden = new Set(overrides.flatMap(({ resourceTypes }) => resourceTypes.map(normalizeType)));
  const daily = overrides
    .filter(({ recordingFrequency }) => recordingFrequency === 'DAILY')
    .flatMap(({ resourceTypes }): readonly string[] => resourceTypes);
  if (mode.recordingFrequency === 'DAILY')
    daily.push(...included.filter((type) => !overridden.has(normalizeType(type))));
  const refused = daily.find((type) => neverDaily.has(normalizeType(type)));
  if (refused !== undefined) {
    throw new WireError('ValidationException', `Daily recording cannot be specified for the resource type ${refused}.`);
  }
  return mode;
}

function fullGroup(chosen: {
  allSupported?: boolean;
  global?: boolean;
  included?: RecordingGroup['resourceTypes'];
  excluded?: RecordingGroup['resourceTypes'];
  useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' | 'INCLUSION_BY_RESOURCE_TYPES' | 'EXCLUSION_BY_RESOURCE_TYPES';
}): RecordingGroup {
  return {
    allSupported: chosen.allSupported ?? false,
    includeGlobalResourceTypes: chosen.global ?? false,
    resourceTypes: chosen.included ?? [],
    exclusionByResourceTypes: { resourceTypes: chosen.excluded ?? [] },
    recordingStrategy: { useOnly: chosen.useOnly },
  };
}

function invalidGroup(): WireError {
  return new WireError('InvalidRecordingGroupException', 'The recording group provided is not valid');
}
