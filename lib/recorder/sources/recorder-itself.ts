import type { Recorder } from '../../inventory/recorder/recorder-state';
import type { Scope } from '../../items/scope';
import { recorderSource } from '../own-sources';
import type { ResourceSource } from './port';

/**
 * The recorder as a resource of its own: real snapshots always hold an item of type `AWS::Config::ConfigurationRecorder`,
 * however narrow the recording group. Its configuration has the fields of the CloudFormation type of that name
 * (`Name`, `RoleARN`, `RecordingGroup`); that this is AWS's own form is not verified.
 */
export function recorderItself(scope: Scope, recorder: Recorder): ResourceSource {
  return {
    name: recorderSource,
    description: 'The configuration recorder itself',
    atomic: true,
    async *observe() {
      yield {
        relatedEvents: [],
        relationships: [],
        configuration: {
          Name: recorder.name,
          ...(recorder.roleArn === undefined ? {} : { RoleARN: recorder.roleArn }),
          RecordingGroup: JSON.parse(JSON.stringify(recorder.recordingGroup)),
        },
        supplementaryConfiguration: {},
        tags: {},
        resourceType: 'AWS::Config::ConfigurationRecorder',
        resourceId: recorder.name,
        resourceName: recorder.name,
        awsRegion: scope.region,
        availabilityZone: 'Not Applicable',
      };
    },
  };
}
