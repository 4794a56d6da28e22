import type { UserDetail } from '@aws-sdk/client-iam';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';
import { authorizationDetails, detailsPermissions, type IamIds, iamIds, policyEnds } from './details';

export const user = resourceType<{ detail: UserDetail; ids: IamIds }>({
  resourceType: 'AWS::IAM::User',
  permissions: detailsPermissions,
  global: true,
  async *list(access) {
    const ids = await iamIds(access);
    for await (const detail of authorizationDetails(access, 'User', (page) => page.UserDetailList))
      yield { detail, ids };
  },
  describe: ({ detail }) => ({
    id: detail.UserId,
    name: detail.UserName,
    arn: detail.Arn,
    createdAt: detail.CreateDate,
    zone: 'Not Applicable',
    tags: tagsOf(detail.Tags),
    // Left out of many answers where there are none; AWS Config always has the lists.
    configuration: camelCase({ UserPolicyList: [], GroupList: [], AttachedManagedPolicies: [], Tags: [], ...detail }),
  }),
  related: {
    'AWS::IAM::Group': ({ detail: { GroupList }, ids }) =>
      GroupList?.map((name) => ({ id: ids.groups.get(name), name })),
    'AWS::IAM::Policy': ({ detail: { AttachedManagedPolicies }, ids }) => policyEnds(AttachedManagedPolicies, ids),
  },
});
