import type { RecordingGroup, RecordingModeOverride } from '@aws-sdk/client-config-service';
import type { RecorderState } from '../../inventory/recorder/recorder-state';
import type { JsonValue } from '../../items/configuration-item';
import type { Scope } from '../../items/scope';
import { recorderSource } from '../own-sources';
import type { ObservedResource, ResourceSource } from './port';

/** The recorder as a source of its own: real snapshots always hold its item, however narrow the recording group. */
export function recorderItself(scope: Scope, recorder: RecorderState): ResourceSource {
  return {
    name: recorderSource,
    description: 'The configuration recorder itself',
    atomic: true,
    async *observe() {
      yield recorderResource(scope, recorder);
    },
  };
}

/**
 * The recorder as a resource of type `AWS::Config::ConfigurationRecorder`, in the form of real items: PascalCase throughout, no
 * resourceName and no zone. `Id` is the type's identifier in the CloudFormation registry, whose `Ref` is documented to be the recorder's
 * name, and so is its resourceId. `RecordingScope` is `PAID` for the recorder of a customer (RecordingScope in the service model).
 */
export function recorderResource({ region }: Scope, recorder: RecorderState): ObservedResource {
  const { name, roleArn, recordingGroup, recordingMode, recording } = recorder;
  return {
    relatedEvents: [],
    relationships: [],
    configuration: {
      Id: name,
      Name: name,
      ...(roleArn === undefined ? {} : { RoleARN: roleArn }),
      RecordingGroup: group(recordingGroup),
      Recording: recording,
      RecordingMode: {
        RecordingFrequency: recordingMode.recordingFrequency ?? 'CONTINUOUS',
        RecordingModeOverrides: (recordingMode.recordingModeOverrides ?? []).map(override),
      },
      RecordingScope: 'PAID',
    },
    supplementaryConfiguration: {},
    tags: {},
    resourceType: 'AWS::Config::ConfigurationRecorder',
    resourceId: name,
    awsRegion: region,
  };
}

function group(given: RecordingGroup): { [name: string]: JsonValue } {
  const { allSupported = false, includeGlobalResourceTypes = false, resourceTypes = [] } = given;
  const chosen = resourceTypes.length > 0 ? 'INCLUSION_BY_RESOURCE_TYPES' : 'EXCLUSION_BY_RESOURCE_TYPES';
  return {
    AllSupported: allSupported,
    IncludeGlobalResourceTypes: includeGlobalResourceTypes,
    ResourceTypes: [...resourceTypes],
    ExclusionByResourceTypes: { ResourceTypes: [...(given.exclusionByResourceTypes?.resourceTypes ?? [])] },
    RecordingStrategy: {
      UseOnly: given.recordingStrategy?.useOnly ?? (allSupported ? 'ALL_SUPPORTED_RESOURCE_TYPES' : chosen),
    },
  };
}

function override({ description, resourceTypes, recordingFrequency }: RecordingModeOverride): JsonValue {
  return {
    ...(description === undefined ? {} : { Description: description }),
    ResourceTypes: [...(resourceTypes ?? [])],
    RecordingFrequency: recordingFrequency ?? 'CONTINUOUS',
  };
}
