import { cloudControlPermissions } from './cloud-control/registry-type';
import type { AwsResourceType } from './resource-type';

/** An IAM policy document: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export interface IamPolicy {
  Version: '2012-10-17';
  Statement: { Sid: string; Effect: 'Allow'; Action: string[]; Resource: string }[];
}

/**
 * Actions that would read what is stored, were they allowed on everything: Keyspaces tells of keyspaces in the tables of its own keyspaces
 * `system…`, and reading those is an action like any other SELECT.
 */
const systemKeyspaces = 'arn:*:cassandra:*:*:/keyspace/system*';
const onSystemKeyspaces = (action: string) => action.startsWith('cassandra:');

/**
 * The least that the source `aws` needs to list every type of a table, and those of the registry that a person may add: no action
 * that changes anything, or that reads what is stored in a bucket, table, queue or secret. Listings know no resource yet, hence `*`.
 */
export function leastIamPolicy(types: readonly AwsResourceType[]): IamPolicy {
  const needed = new Set(types.flatMap(({ permissions }) => permissions));
  for (const action of cloudControlPermissions) needed.delete(action);
  const actions = [...needed].sort();
  const statement = (Sid: string, Action: string[], Resource = '*') => ({
    Sid,
    Effect: 'Allow' as const,
    Action,
    Resource,
  });
  return {
    Version: '2012-10-17',
    Statement: [
      // AWS allows it to everybody; here it says that it is asked.
      statement('TellWhoseAccountItIs', ['sts:GetCallerIdentity']),
      statement(
        'ListAndDescribeResources',
        actions.filter((action) => !onSystemKeyspaces(action)),
      ),
      statement('ListKeyspaces', actions.filter(onSystemKeyspaces), systemKeyspaces),
      statement('ListTypesOfTheRegistry', [...cloudControlPermissions].sort()),
    ],
  };
}

/** The policy as `docs/iam-policy.json` has it. */
export function policyText(policy: IamPolicy): string {
  return `${JSON.stringify(policy, null, 2)}\n`;
}
