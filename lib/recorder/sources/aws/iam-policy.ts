import { cloudControlPermissions } from './cloud-control/registry-type';
import type { AwsResourceType } from './resource-type';

/** An IAM policy document: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export interface IamPolicy {
  Version: '2012-10-17';
  Statement: { Sid: string; Effect: 'Allow'; Action: string[]; Resource: '*' }[];
}

/**
 * The least that the source `aws` needs to list every type of a table, and those of the registry that a person may add: no action
 * that changes anything, or that reads what is stored in a bucket, table, queue or secret. Listings know no resource yet, hence `*`.
 */
export function leastIamPolicy(types: readonly AwsResourceType[]): IamPolicy {
  const actions = new Set(types.flatMap(({ permissions }) => permissions));
  const statement = (Sid: string, Action: string[]) => ({
    Sid,
    Effect: 'Allow' as const,
    Action,
    Resource: '*' as const,
  });
  return {
    Version: '2012-10-17',
    Statement: [
      // AWS allows it to everybody; here it says that it is asked.
      statement('TellWhoseAccountItIs', ['sts:GetCallerIdentity']),
      statement('ListAndDescribeResources', [...actions].sort()),
      statement('ListTypesOfTheRegistry', [...cloudControlPermissions].sort()),
    ],
  };
}

/** The policy as `docs/iam-policy.json` has it. */
export function policyText(policy: IamPolicy): string {
  return `${JSON.stringify(policy, null, 2)}\n`;
}
