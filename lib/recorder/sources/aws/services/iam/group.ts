import type { GroupDetail } from '@aws-sdk/client-iam';
import { camelCase } from '../../fields/casing';
import { resourceType } from '../../resource-type';
import { authorizationDetails, detailsPermissions, type IamIds, iamIds, policyEnds } from './details';

/** IAM has no tags for groups. */
export const group = resourceType<{ detail: GroupDetail; ids: IamIds }>({
  resourceType: 'AWS::IAM::Group',
  permissions: detailsPermissions,
  global: true,
  async *list(access) {
    const ids = await iamIds(access);
    for await (const detail of authorizationDetails(access, 'Group', (page) => page.GroupDetailList)) {
      yield { detail, ids };
    }
  },
  describe: ({ detail }) => ({
    id: detail.GroupId,
    name: detail.GroupName,
    arn: detail.Arn,
    createdAt: detail.CreateDate,
    zone: 'Not Applicable',
    configuration: camelCase({ GroupPolicyList: [], AttachedManagedPolicies: [], ...detail }),
  }),
  related: {
    'AWS::IAM::Policy': ({ detail: { AttachedManagedPolicies }, ids }) => policyEnds(AttachedManagedPolicies, ids),
  },
});
