/** @import { Account, Resource } from './account.mjs' */

/** @typedef {{ Effect: string, Action: string | string[], Resource: string | string[] }} Statement */

/** An IAM document as Config keeps it: URL-encoded JSON. @param {object[]} statements */
const encoded = (statements) => encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: statements }));

/** @param {string | string[]} action @param {string | string[]} resource @returns {Statement} */
const allow = (action, resource) => ({ Effect: 'Allow', Action: action, Resource: resource });

/** Users, groups, roles and policies. IAM is global: its items carry the region `global`. @param {Account} account */
export function buildIdentity(account) {
  /** @param {string} resource */
  const arn = (resource) => account.arn('iam', resource, '');
  /**
   * @param {string} kind
   * @param {string} prefix of its id
   * @param {string} name
   * @param {object} answer
   * @param {Record<string, string>} [tags]
   */
  const add = (kind, prefix, name, answer, tags = {}) => {
    const id = account.capitals(prefix, name, 17);
    const created = account.time(`${kind}/${name}`, 150, 600);
    return account.add({
      type: `AWS::IAM::${kind}`,
      id,
      name,
      arn: arn(`${kind.toLowerCase()}/${name}`),
      answer: {
        path: '/',
        [`${kind.toLowerCase()}Name`]: name,
        [`${kind.toLowerCase()}Id`]: id,
        arn: arn(`${kind.toLowerCase()}/${name}`),
        createDate: created,
        ...answer,
      },
      tags,
    });
  };

  /** @param {string} name @param {Statement[]} statements @param {number} attachmentCount */
  const policy = (name, statements, attachmentCount) =>
    add('Policy', 'ANPA', name, {
      defaultVersionId: 'v1',
      attachmentCount,
      permissionsBoundaryUsageCount: 0,
      isAttachable: true,
      updateDate: account.time(`Policy/${name}`, 30, 90),
      policyVersionList: [
        {
          document: encoded(statements),
          versionId: 'v1',
          isDefaultVersion: true,
          createDate: account.time(`Policy/${name}`, 30, 90),
        },
      ],
    });
  const policies = {
    assets: policy(
      'read-assets',
      [
        allow(
          ['s3:GetObject', 's3:ListBucket'],
          ['arn:aws:s3:::example-prod-assets', 'arn:aws:s3:::example-prod-assets/*'],
        ),
      ],
      2,
    ),
    orders: policy(
      'write-orders',
      [
        allow(
          ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Query'],
          account.arn('dynamodb', 'table/prod-orders'),
        ),
      ],
      2,
    ),
    queues: policy(
      'use-queues',
      [allow(['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'], account.arn('sqs', 'prod-*'))],
      2,
    ),
    look: policy('look-only', [allow(['ec2:Describe*', 'config:Get*', 'config:List*', 'cloudwatch:Get*'], '*')], 2),
  };
  /** @param {Resource[]} items */
  const named = (items) => items.map((item) => ({ policyArn: item.arn, policyName: item.name }));

  /** @param {string} name @param {string} service @param {Resource[]} attached @param {[name: string, statements: Statement[]][]} [inline] */
  const role = (name, service, attached, inline = []) => {
    const trust = [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }];
    return add('Role', 'AROA', name, {
      assumeRolePolicyDocument: encoded(trust),
      instanceProfileList: [],
      rolePolicyList: inline.map(([policyName, statements]) => ({ policyName, policyDocument: encoded(statements) })),
      attachedManagedPolicies: named(attached),
      tags: [],
      maxSessionDuration: 3600,
    });
  };
  const roles = {
    web: role('web-instance', 'ec2.amazonaws.com', [policies.assets]),
    app: role('app-instance', 'ec2.amazonaws.com', [policies.assets, policies.orders, policies.queues]),
    functions: role('order-functions', 'lambda.amazonaws.com', [policies.orders, policies.queues]),
    task: role(
      'reports-task',
      'ecs-tasks.amazonaws.com',
      [],
      [['read-reports', [allow('s3:GetObject', 'arn:aws:s3:::example-prod-reports/*')]]],
    ),
    flowLogs: role(
      'flow-logs',
      'vpc-flow-logs.amazonaws.com',
      [],
      [['write-logs', [allow(['logs:CreateLogStream', 'logs:PutLogEvents'], '*')]]],
    ),
  };

  /** @param {string} name @param {Resource[]} attached */
  const group = (name, attached) =>
    add('Group', 'AGPA', name, { groupPolicyList: [], attachedManagedPolicies: named(attached) });
  const operators = group('operators', [policies.look]);
  // AWS's own policies are not recorded as items of the account.
  const auditors = group('auditors', [
    { type: '', id: '', name: 'SecurityAudit', arn: 'arn:aws:iam::aws:policy/SecurityAudit', answer: {} },
  ]);
  /** @param {string} name @param {Resource} memberOf @param {Resource[]} attached */
  const user = (name, memberOf, attached) => {
    const tags = { Team: memberOf.name ?? '' };
    const answer = {
      userPolicyList: [],
      groupList: [memberOf.name],
      attachedManagedPolicies: named(attached),
      tags: [{ key: 'Team', value: memberOf.name }],
    };
    add('User', 'AIDA', name, answer, tags);
  };
  user('ada', operators, []);
  user('grace', operators, []);
  user('edsger', auditors, [policies.look]);
  return roles;
}
