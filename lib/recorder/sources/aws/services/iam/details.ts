import {
  type EntityType,
  type GetAccountAuthorizationDetailsCommandOutput,
  IAMClient,
  paginateGetAccountAuthorizationDetails,
  paginateListPolicies,
} from '@aws-sdk/client-iam';
import type { AwsAccess } from '../../calls/access';
import { withEncodedDocuments } from './documents';

/** The call that tells of users, groups, roles and policies with all that belongs to them, and the one for the ids of policies. */
export const detailsPermissions = ['iam:GetAccountAuthorizationDetails', 'iam:ListPolicies'] as const;

/** What IAM tells of one kind of entity, page by page. */
export async function* authorizationDetails<Detail extends object>(
  { client }: AwsAccess,
  kind: EntityType,
  detailsOf: (page: GetAccountAuthorizationDetailsCommandOutput) => Detail[] | undefined,
): AsyncGenerator<Detail> {
  const paginator = paginateGetAccountAuthorizationDetails(
    { client: client(IAMClient) },
    { Filter: [kind], MaxItems: 1_000 },
  );
  for await (const page of paginator) yield* (detailsOf(page) ?? []).map(withEncodedDocuments);
}

/** The ids by which others are related: IAM itself names groups by name and policies by ARN. */
export interface IamIds {
  /** By group name. */
  groups: ReadonlyMap<string, string>;
  /** By ARN; customer managed ones only, since AWS Config records no others. */
  policies: ReadonlyMap<string, string>;
}

const known = new WeakMap<AwsAccess, Promise<IamIds>>();

/** The ids of an account's groups and policies, asked for once in a cycle. */
export function iamIds(access: AwsAccess): Promise<IamIds> {
  const asked = known.get(access) ?? readIds(access);
  known.set(access, asked);
  return asked;
}

async function readIds(access: AwsAccess): Promise<IamIds> {
  const groups = new Map<string, string>();
  const policies = new Map<string, string>();
  for await (const { GroupName, GroupId } of authorizationDetails(access, 'Group', (page) => page.GroupDetailList)) {
    if (GroupName !== undefined && GroupId !== undefined) groups.set(GroupName, GroupId);
  }
  for await (const { Policies } of paginateListPolicies({ client: access.client(IAMClient) }, { Scope: 'Local' })) {
    for (const { Arn, PolicyId } of Policies ?? []) {
      if (Arn !== undefined && PolicyId !== undefined) policies.set(Arn, PolicyId);
    }
  }
  return { groups, policies };
}

/** Ids and names of those attached policies that AWS Config records. */
export function policyEnds(
  attached: readonly { PolicyArn?: string; PolicyName?: string }[] | undefined,
  { policies }: IamIds,
): { id: string | undefined; name: string | undefined }[] {
  return (attached ?? []).map(({ PolicyArn, PolicyName }) => ({ id: policies.get(PolicyArn ?? ''), name: PolicyName }));
}
