import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { iamPolicyView } from '../../../api/contract/iam-policy';
import { leastIamPolicy, policyText } from './iam-policy';
import { awsResourceTypes } from './table';

const policy = leastIamPolicy(awsResourceTypes);
const actions = policy.Statement.flatMap(({ Action }) => Action);

test('is what docs/iam-policy.json says: `node tools/make-iam-policy.mjs` writes it anew', () => {
  expect(readFileSync('docs/iam-policy.json', 'utf8')).toBe(policyText(policy));
});

test('is told to the browser as its contract has it', () => {
  expect(iamPolicyView.parse(policy)).toEqual(policy);
});

test('names an action of each service once, and each type of the table has what it needs', () => {
  expect(new Set(actions).size).toBe(actions.length);
  for (const { resourceType, permissions } of awsResourceTypes) {
    expect(permissions.length, resourceType).toBeGreaterThan(0);
    for (const permission of permissions) {
      expect(permission).toMatch(/^[a-z0-9-]+:[A-Za-z]+\*?$/);
      expect(actions).toContain(permission);
    }
  }
});

test('allows nothing but looking, and no look at what is stored', () => {
  const stored =
    /Secret(Value)?$|GetObject$|GetItem|Query$|Scan$|Receive|Decrypt|GetParameter|GetRecords|GetQueryResults|appconfig:Get(Latest)?Configuration$/;
  for (const { Action, Resource } of policy.Statement) {
    // The only way to hear of keyspaces is to read the tables in which Keyspaces keeps them.
    if (Resource === 'arn:*:cassandra:*:*:/keyspace/system*') {
      expect(Action).toEqual(['cassandra:Select', 'cassandra:SelectMultiRegionResource']);
      continue;
    }
    expect(Resource).toBe('*');
    for (const action of Action) {
      expect(action).toMatch(/^[a-z0-9-]+:(Describe|Get|List|GET)/);
      expect(action).not.toMatch(stored);
    }
  }
});

test('allows many actions by one pattern only where a service tells nothing but how it is configured', () => {
  expect(actions.filter((action) => action.includes('*'))).toEqual([
    'iot:Describe*',
    'iot:List*',
    'route53resolver:Get*',
    'route53resolver:List*',
  ]);
});

test('fits into a managed policy: 6,144 characters, white space not counted', () => {
  expect(JSON.stringify(policy).length).toBeLessThan(6_144);
});
