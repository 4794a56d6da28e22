import {
  type FunctionConfiguration,
  GetFunctionConcurrencyCommand,
  GetPolicyCommand,
  LambdaClient,
  ListTagsCommand,
  paginateListFunctions,
} from '@aws-sdk/client-lambda';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { beanCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeFunction {
  configuration: FunctionConfiguration;
  tags: Record<string, string> | undefined;
  policy: string | undefined;
  reservedConcurrentExecutions: number | undefined;
}

/**
 * The environment of a function is left out, as in AWS Config's items: its property file and example item (awslabs) have none of
 * it, and what people keep in there is passwords and tokens. That a key encrypts it is to be seen (`kmskeyArn`). `state` is a word, as in
 * real items: the property file has an object there.
 */
const withheld = ['Environment'];

export const lambdaFunction = resourceType<WholeFunction>({
  resourceType: 'AWS::Lambda::Function',
  permissions: ['lambda:ListFunctions', 'lambda:ListTags', 'lambda:GetPolicy', 'lambda:GetFunctionConcurrency'],
  list: (access) =>
    enrich(
      flattenPages(paginateListFunctions({ client: access.client(LambdaClient) }, {}), ({ Functions }) => Functions),
      (configuration) => ignoreNotFound(['ResourceNotFoundException'], () => readWhole(access, configuration)),
    ),
  describe: ({ configuration, tags, policy, reservedConcurrentExecutions }) => {
    const { FunctionName: name, FunctionArn: arn } = configuration;
    return {
      id: name,
      name,
      arn,
      zone: 'Not Applicable',
      tags: tagsOf(tags),
      configuration: beanCase(configuration, { without: withheld }),
      supplementaryConfiguration: {
        ...(policy === undefined ? {} : { Policy: policy }),
        Tags: tagsOf(tags),
        ...(reservedConcurrentExecutions === undefined ? {} : { Concurrency: { reservedConcurrentExecutions } }),
      },
    };
  },
  related: {
    'AWS::EC2::SecurityGroup': ({ configuration: { VpcConfig } }) => VpcConfig?.SecurityGroupIds,
    'AWS::EC2::Subnet': ({ configuration: { VpcConfig } }) => VpcConfig?.SubnetIds,
  },
  // The role is known by its ARN, and AWS Config relates it by name.
  relatedByName: { 'AWS::IAM::Role': ({ configuration: { Role } }) => Role?.split('/').at(-1) },
});

async function readWhole(access: AwsAccess, configuration: FunctionConfiguration): Promise<WholeFunction> {
  const client = access.client(LambdaClient);
  const { FunctionName, FunctionArn: Resource } = configuration;
  const ask = <Answer>(permission: string, call: () => Promise<Answer>, none: readonly string[] = []) =>
    optionalCall(access, { permission, about: `function ${FunctionName}`, call, none });
  const tagged = await ask('lambda:ListTags', () => client.send(new ListTagsCommand({ Resource })));
  // A function that nobody else may call has no policy, and Lambda says of it what it says of a function that is gone.
  const policy = await ask('lambda:GetPolicy', () => client.send(new GetPolicyCommand({ FunctionName })), [
    'ResourceNotFoundException',
  ]);
  const concurrency = await ask('lambda:GetFunctionConcurrency', () =>
    client.send(new GetFunctionConcurrencyCommand({ FunctionName })),
  );
  return {
    configuration,
    tags: tagged?.Tags,
    policy: policy?.Policy,
    reservedConcurrentExecutions: concurrency?.ReservedConcurrentExecutions,
  };
}
