/** An IAM document as Config keeps it: URL-encoded JSON. */
const encoded = (statements) => encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: statements }));

const allow = (action, resource) => ({ Effect: 'Allow', Action: action, Resource: resource });

/** Users, groups, roles and policies. IAM is global: its items carry the region `global`. */
export function buildIdentity(account) {
  const arn = (resource) => account.arn('iam', resource, '');
  const add = (kind, prefix, name, configuration, more = {}) => {
    const id = account.capitals(prefix, name, 17);
    const created = account.time(`${kind}/${name}`, 150, 600);
    return account.add({
      type: `AWS::IAM::${kind}`,
      id,
      name,
      arn: arn(`${kind.toLowerCase()}/${name}`),
      region: 'global',
      zone: 'Not Applicable',
      created,
      configuration: {
        path: '/',
        [`${kind.toLowerCase()}Name`]: name,
        [`${kind.toLowerCase()}Id`]: id,
        arn: arn(`${kind.toLowerCase()}/${name}`),
        createDate: created,
        ...configuration,
      },
      ...more,
    });
  };

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
  const named = (items) => items.map((item) => ({ policyArn: item.ARN, policyName: item.resourceName }));

  const role = (name, service, attached, inline = []) => {
    const trust = [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }];
    const item = add('Role', 'AROA', name, {
      assumeRolePolicyDocument: encoded(trust),
      instanceProfileList: [],
      rolePolicyList: inline.map(([policyName, statements]) => ({ policyName, policyDocument: encoded(statements) })),
      attachedManagedPolicies: named(attached),
      tags: [],
      maxSessionDuration: 3600,
    });
    for (const one of attached) account.link(item, one);
    return item;
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

  const group = (name, attached) => {
    const item = add('Group', 'AGPA', name, { groupPolicyList: [], attachedManagedPolicies: named(attached) });
    for (const one of attached) account.link(item, one);
    return item;
  };
  const groups = [group('operators', [policies.look]), group('auditors', [])];
  const user = (name, memberOf, attached) => {
    const tags = { Team: memberOf.resourceName };
    const configuration = {
      userPolicyList: [],
      groupList: [memberOf.resourceName],
      attachedManagedPolicies: named(attached),
      tags: [{ key: 'Team', value: memberOf.resourceName }],
    };
    const item = add('User', 'AIDA', name, configuration, { tags });
    account.link(item, memberOf);
    for (const one of attached) account.link(item, one);
  };
  user('ada', groups[0], []);
  user('grace', groups[0], []);
  user('edsger', groups[1], [policies.look]);
  // AWS's own policies are not recorded as items of the account.
  account.dangle(groups[1], 'AWS::IAM::Policy', account.capitals('ANPA', 'SecurityAudit', 17));
  return roles;
}
