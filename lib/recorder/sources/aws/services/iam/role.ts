import type { RoleDetail } from '@aws-sdk/client-iam';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';
import { authorizationDetails, detailsPermissions, type IamIds, iamIds, policyEnds } from './details';

/** Without `roleLastUsed`, as AWS Config has it: it changes whenever somebody works. */
export const role = resourceType<{ detail: RoleDetail; ids: IamIds }>({
  resourceType: 'AWS::IAM::Role',
  permissions: detailsPermissions,
  global: true,
  async *list(access) {
    const ids = await iamIds(access);
    for await (const detail of authorizationDetails(access, 'Role', (page) => page.RoleDetailList))
      yield { detail, ids };
  },
  describe: ({ detail }) => ({
    id: detail.RoleId,
    name: detail.RoleName,
    arn: detail.Arn,
    createdAt: detail.CreateDate,
    zone: 'Not Applicable',
    tags: tagsOf(detail.Tags),
    configuration: camelCase(
      { InstanceProfileList: [], RolePolicyList: [], AttachedManagedPolicies: [], Tags: [], ...detail },
      { without: ['RoleLastUsed'] },
    ),
  }),
  related: {
    'AWS::IAM::Policy': ({ detail: { AttachedManagedPolicies }, ids }) => policyEnds(AttachedManagedPolicies, ids),
  },
});
