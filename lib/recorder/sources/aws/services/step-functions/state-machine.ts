import {
  DescribeStateMachineCommand,
  type DescribeStateMachineOutput,
  ListTagsForResourceCommand,
  paginateListStateMachines,
  SFNClient,
  type Tag,
} from '@aws-sdk/client-sfn';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { pascalCase } from '../../fields/casing';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeStateMachine {
  machine: Partial<DescribeStateMachineOutput>;
  tags: Tag[] | undefined;
}

/** With the field names of the CloudFormation registry (property file of awslabs/aws-config-resource-schema). */
export const stateMachine = resourceType<WholeStateMachine>({
  resourceType: 'AWS::StepFunctions::StateMachine',
  permissions: ['states:ListStateMachines', 'states:DescribeStateMachine', 'states:ListTagsForResource'],
  list: (access) =>
    enrich(
      flattenPages(paginateListStateMachines({ client: access.client(SFNClient) }, {}), (page) => page.stateMachines),
      ({ stateMachineArn }) => ignoreNotFound(['StateMachineDoesNotExist'], () => readWhole(access, stateMachineArn)),
    ),
  describe: ({ machine, tags: list }) => {
    const tags = tagsOf(list);
    return {
      id: machine.stateMachineArn,
      name: machine.name,
      arn: machine.stateMachineArn,
      createdAt: machine.creationDate,
      zone: 'Regional',
      tags,
      configuration: {
        ...pascalCase({
          arn: machine.stateMachineArn,
          stateMachineName: machine.name,
          stateMachineType: machine.type,
          roleArn: machine.roleArn,
          definitionString: machine.definition,
          loggingConfiguration: machine.loggingConfiguration,
          tracingConfiguration: machine.tracingConfiguration,
          encryptionConfiguration: machine.encryptionConfiguration,
        }),
        Tags: registryTags(tags),
      },
    };
  },
});

async function readWhole(access: AwsAccess, stateMachineArn: string | undefined): Promise<WholeStateMachine> {
  const client = access.client(SFNClient);
  const machine = await client.send(new DescribeStateMachineCommand({ stateMachineArn }));
  const tagged = await optionalCall(access, {
    permission: 'states:ListTagsForResource',
    about: `state machine ${machine.name}`,
    call: () => client.send(new ListTagsForResourceCommand({ resourceArn: stateMachineArn })),
  });
  return { machine, tags: tagged?.tags };
}
