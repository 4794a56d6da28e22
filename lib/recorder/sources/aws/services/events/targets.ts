import type { EcsParameters, Target } from '@aws-sdk/client-eventbridge';
import type { JsonValue } from '../../../../../items/configuration-item';
import { pascalCase } from '../../fields/casing';

/** Maps with names that are the user's own: placeholders of an input, headers and parameters of a request. */
const maps = ['InputPathsMap', 'HeaderParameters', 'QueryStringParameters'];

/** A rule's target as the CloudFormation registry has it: EventBridge spells some fields for ECS otherwise. */
export function registryTarget({ EcsParameters, ...target }: Target): { [name: string]: JsonValue } {
  return {
    ...pascalCase(target, { maps }),
    ...(EcsParameters === undefined ? {} : { EcsParameters: ecsParameters(EcsParameters) }),
  };
}

function ecsParameters({ NetworkConfiguration, PlacementStrategy, Tags, ...parameters }: EcsParameters) {
  return pascalCase({
    ...parameters,
    NetworkConfiguration: NetworkConfiguration && { AwsVpcConfiguration: NetworkConfiguration.awsvpcConfiguration },
    PlacementStrategies: PlacementStrategy,
    TagList: Tags,
  });
}
