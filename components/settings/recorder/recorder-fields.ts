import type { RecorderSettings } from '@/lib/api/contract/operations';
import type { Shown } from '../changes';

export type Strategy = 'ALL_SUPPORTED_RESOURCE_TYPES' | 'EXCLUSION_BY_RESOURCE_TYPES' | 'INCLUSION_BY_RESOURCE_TYPES';
export type Frequency = 'CONTINUOUS' | 'DAILY';

/** The recorder as the form holds it. */
export interface RecorderFields {
  name: string;
  roleARN: string;
  strategy: Strategy;
  /** With all types only. */
  includeGlobal: boolean;
  /** Those to record, or not to record, by the strategy. */
  types: string[];
  frequency: Frequency;
  overrides: { types: string[]; frequency: Frequency; description: string }[];
}

export const strategyText: Record<Strategy, string> = {
  ALL_SUPPORTED_RESOURCE_TYPES: 'All types',
  EXCLUSION_BY_RESOURCE_TYPES: 'All types with exceptions',
  INCLUSION_BY_RESOURCE_TYPES: 'Specific types',
};
export const frequencyWord: Record<Frequency, string> = { CONTINUOUS: 'Continuous', DAILY: 'Daily' };

/** What the form starts with; a new recorder records everything, as AWS's own set-up proposes. */
export function fieldsOf(recorder: RecorderSettings | undefined): RecorderFields {
  const group = recorder?.recordingGroup;
  const excluded = group?.exclusionByResourceTypes?.resourceTypes ?? [];
  const included = group?.resourceTypes ?? [];
  return {
    name: recorder?.name ?? 'default',
    roleARN: recorder?.roleARN ?? '',
    strategy: strategyOf(group),
    includeGlobal: group ? (group.includeGlobalResourceTypes ?? false) : true,
    types: [...(included.length > 0 ? included : excluded)].sort(),
    frequency: recorder?.recordingMode?.recordingFrequency ?? 'CONTINUOUS',
    overrides: (recorder?.recordingMode?.recordingModeOverrides ?? []).map((override) => ({
      types: override.resourceTypes,
      frequency: override.recordingFrequency,
      description: override.description ?? '',
    })),
  };
}

function strategyOf(group: RecorderSettings['recordingGroup'] | undefined): Strategy {
  if (!group || group.allSupported) return 'ALL_SUPPORTED_RESOURCE_TYPES';
  return (group.resourceTypes ?? []).length > 0 ? 'INCLUSION_BY_RESOURCE_TYPES' : 'EXCLUSION_BY_RESOURCE_TYPES';
}

/** The whole recorder, as PutConfigurationRecorder takes it. */
export function recorderOf(fields: RecorderFields): RecorderSettings {
  const { name, roleARN, strategy, includeGlobal, types, frequency, overrides } = fields;
  const all = strategy === 'ALL_SUPPORTED_RESOURCE_TYPES';
  return {
    name,
    ...(roleARN.trim() && { roleARN: roleARN.trim() }),
    recordingGroup: {
      allSupported: all,
      includeGlobalResourceTypes: all && includeGlobal,
      ...(strategy === 'INCLUSION_BY_RESOURCE_TYPES' && { resourceTypes: types }),
      ...(strategy === 'EXCLUSION_BY_RESOURCE_TYPES' && { exclusionByResourceTypes: { resourceTypes: types } }),
      recordingStrategy: { useOnly: strategy },
    },
    recordingMode: {
      recordingFrequency: frequency,
      recordingModeOverrides: overrides
        .filter((override) => override.types.length > 0)
        .map((override) => ({
          resourceTypes: override.types,
          recordingFrequency: override.frequency,
          ...(override.description.trim() && { description: override.description.trim() }),
        })),
    },
  };
}

/** The recorder as a person reads it, to be compared. */
export function shownRecorder(fields: RecorderFields): Shown[] {
  const all = fields.strategy === 'ALL_SUPPORTED_RESOURCE_TYPES';
  const overrides = fields.overrides.filter(({ types }) => types.length > 0);
  return [
    { label: 'Name', value: fields.name.trim() },
    { label: 'Role', value: fields.roleARN.trim() },
    { label: 'What is recorded', value: strategyText[fields.strategy] },
    { label: 'Global types', value: all ? (fields.includeGlobal ? 'Recorded' : 'Not recorded') : undefined },
    { label: 'Types chosen', value: all ? undefined : [...fields.types].sort().join(', ') },
    { label: 'Frequency', value: frequencyWord[fields.frequency] },
    {
      label: 'Other frequency for',
      value: overrides.map(({ types, frequency }) => `${frequencyWord[frequency]}: ${types.join(', ')}`).join('; '),
    },
  ];
}
