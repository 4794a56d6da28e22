import { IAMClient, ListPolicyTagsCommand, type ManagedPolicyDetail, type Tag } from '@aws-sdk/client-iam';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';
import { authorizationDetails, detailsPermissions, iamIds } from './details';

/** Customer managed policies: AWS Config records no others. Their edges are told by users, groups and roles. */
export const policy = resourceType<{ detail: ManagedPolicyDetail; tags: Tag[] | undefined }>({
  resourceType: 'AWS::IAM::Policy',
  permissions: [...detailsPermissions, 'iam:ListPolicyTags'],
  global: true,
  list: (access) =>
    enrich(
      authorizationDetails(access, 'LocalManagedPolicy', (page) => page.Policies),
      (detail) => ignoreNotFound(['NoSuchEntity', 'NoSuchEntityException'], () => withTags(access, detail)),
    ),
  describe: ({ detail, tags }) => ({
    id: detail.PolicyId,
    name: detail.PolicyName,
    arn: detail.Arn,
    createdAt: detail.CreateDate,
    zone: 'Not Applicable',
    tags: tagsOf(tags),
    configuration: camelCase(detail),
  }),
});

async function withTags(access: AwsAccess, detail: ManagedPolicyDetail) {
  const { Arn: PolicyArn } = detail;
  // Servers other than AWS tell of a policy's id and name in its list only, or in its ARN.
  const PolicyName = detail.PolicyName ?? PolicyArn?.split('/').at(-1);
  const PolicyId = detail.PolicyId ?? (await iamIds(access)).policies.get(PolicyArn ?? '');
  const answer = await optionalCall(access, {
    permission: 'iam:ListPolicyTags',
    about: `policy ${PolicyName}`,
    // A policy has at most 50 tags, and a page holds 100.
    call: () => access.client(IAMClient).send(new ListPolicyTagsCommand({ PolicyArn })),
  });
  return { detail: { PolicyName, PolicyId, ...detail }, tags: answer?.Tags };
}
