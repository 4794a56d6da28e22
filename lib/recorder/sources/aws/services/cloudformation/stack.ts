import {
  CloudFormationClient,
  paginateDescribeStacks,
  paginateListStackResources,
  type Stack,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation';
import { errorCode, errorMessage } from '../../../../../errors';
import type { AwsAccess } from '../../calls/access';
import { optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';
import { memberOf } from './member';

interface WholeStack {
  stack: Stack;
  resources: StackResourceSummary[] | undefined;
}

/** Stacks with what they contain: types that AWS Config supports become relationships, others are listed beside. */
export const stack = resourceType<WholeStack>({
  resourceType: 'AWS::CloudFormation::Stack',
  permissions: ['cloudformation:DescribeStacks', 'cloudformation:ListStackResources'],
  list: (access) =>
    enrich(
      flattenPages(paginateDescribeStacks({ client: access.client(CloudFormationClient) }, {}), ({ Stacks }) => Stacks),
      (stack) => readWhole(access, stack),
    ),
  describe: ({ stack, resources }) => ({
    id: stack.StackId,
    name: stack.StackName,
    arn: stack.StackId,
    createdAt: stack.CreationTime,
    zone: 'Regional',
    tags: tagsOf(stack.Tags),
    configuration: camelCase(stack, { without: ['LastCheckTimestamp'] }),
    supplementaryConfiguration: {
      ...(stack.EnableTerminationProtection === undefined
        ? {}
        : { EnableTerminationProtection: stack.EnableTerminationProtection }),
      ...(stack.ParentId === undefined ? {} : { ParentStackId: stack.ParentId }),
      ...(resources === undefined ? {} : contents(resources)),
    },
  }),
  relatedOfAnyType: ({ stack, resources }) =>
    (resources ?? []).filter(exists).flatMap((resource) => memberOf(resource, stack.StackId) ?? []),
});

/** CloudFormation has no code of its own for a stack that is gone. */
async function readWhole(access: AwsAccess, stack: Stack): Promise<WholeStack | undefined> {
  try {
    return { stack, resources: await readResources(access, stack) };
  } catch (error) {
    if (errorCode(error) === 'ValidationError' && /does not exist/.test(errorMessage(error))) return undefined;
    throw error;
  }
}

/** Undefined where we may not look. */
function readResources(access: AwsAccess, { StackId, StackName }: Stack): Promise<StackResourceSummary[] | undefined> {
  return optionalCall(access, {
    permission: 'cloudformation:ListStackResources',
    about: `stack ${StackName}`,
    async call() {
      const resources: StackResourceSummary[] = [];
      const paginator = paginateListStackResources(
        { client: access.client(CloudFormationClient) },
        { StackName: StackId },
      );
      for await (const { StackResourceSummaries } of paginator) resources.push(...(StackResourceSummaries ?? []));
      return resources;
    },
  });
}

function contents(resources: readonly StackResourceSummary[]) {
  return {
    StackResourceSummaries: resources.map((resource) => camelCase(resource, { without: ['LastCheckTimestamp'] })),
    unsupportedResources: resources
      .filter((resource) => exists(resource) && memberOf(resource, undefined) === undefined)
      .map(({ PhysicalResourceId, ResourceType }) => ({
        resourceId: PhysicalResourceId ?? null,
        resourceType: ResourceType ?? null,
      })),
  };
}

function exists({ PhysicalResourceId, ResourceStatus }: StackResourceSummary): boolean {
  return PhysicalResourceId !== undefined && PhysicalResourceId !== '' && ResourceStatus !== 'DELETE_COMPLETE';
}
