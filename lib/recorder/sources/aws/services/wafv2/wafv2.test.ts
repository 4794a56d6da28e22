import { expect, test } from 'vitest';
import { awsError, bare, itemsOf } from '../../test-items';
import { ipSet, regexPatternSet, ruleGroup } from './wafv2';
import { webAcl } from './web-acl';

const arn = (resource: string) => `arn:aws:wafv2:us-west-2:123456789012:regional/${resource}`;
const common = { ...bare, availabilityZone: 'Not Applicable' };
const summary = (name: string) => ({ Name: name, Id: `id-of-${name}`, ARN: arn(name), LockToken: 'x' });
const tags = { listTagsForResource: { TagInfoForResource: { TagList: [{ Key: 'Team', Value: 'platform' }] } } };
const rules = [
  {
    Name: 'known',
    Priority: 0,
    Action: { Block: {} },
    Statement: {
      OrStatement: {
        Statements: [
          { IPSetReferenceStatement: { ARN: arn('ipset/bad') } },
          { NotStatement: { Statement: { RegexPatternSetReferenceStatement: { ARN: arn('regexpatternset/bots') } } } },
        ],
      },
    },
  },
];
const { ARN: _, LockToken: __, ...front } = summary('front');

test('a web ACL is tied to what its rules refer to and what it protects', async () => {
  const loadBalancer = 'arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/app/web/1';
  const group = {
    Name: 'group',
    Priority: 1,
    Statement: { RuleGroupReferenceStatement: { ARN: arn('rulegroup/own') } },
  };
  const items = await itemsOf(webAcl, {
    listWebACLs: ({ NextMarker }: { NextMarker?: string }) =>
      NextMarker === undefined ? { WebACLs: [summary('front')], NextMarker: 'm' } : { WebACLs: [summary('gone')] },
    getWebACL: ({ Name, Scope }: { Name: string; Scope: string }) => {
      expect(Scope).toBe('REGIONAL');
      if (Name === 'gone') return awsError('WAFNonexistentItemException');
      return {
        WebACL: { ...front, ARN: arn('front'), DefaultAction: { Allow: {} }, Rules: [...rules, group], Capacity: 2 },
      };
    },
    listResourcesForWebACL: ({ ResourceType }: { ResourceType: string }) => ({
      ResourceArns: ResourceType === 'APPLICATION_LOAD_BALANCER' ? [loadBalancer] : [],
    }),
    ...tags,
  });
  const associated = { name: 'Is associated with ' };
  expect(items).toEqual([
    {
      ...common,
      resourceType: 'AWS::WAFv2::WebACL',
      resourceId: arn('front'),
      resourceName: 'front',
      ARN: arn('front'),
      tags: { Team: 'platform' },
      relationships: [
        { resourceId: loadBalancer, resourceType: 'AWS::ElasticLoadBalancingV2::LoadBalancer', ...associated },
        { resourceId: arn('ipset/bad'), resourceType: 'AWS::WAFv2::IPSet', ...associated },
        { resourceId: arn('regexpatternset/bots'), resourceType: 'AWS::WAFv2::RegexPatternSet', ...associated },
        { resourceId: arn('rulegroup/own'), resourceType: 'AWS::WAFv2::RuleGroup', ...associated },
      ],
      configuration: {
        name: 'front',
        id: 'id-of-front',
        resourceARN: arn('front'),
        capacity: 2,
        defaultAction: { allow: {} },
        rules: [
          {
            name: 'known',
            priority: 0,
            action: { block: {} },
            statement: {
              orStatement: {
                statements: [
                  { iPSetReferenceStatement: { aRN: arn('ipset/bad') } },
                  {
                    notStatement: {
                      statement: { regexPatternSetReferenceStatement: { aRN: arn('regexpatternset/bots') } },
                    },
                  },
                ],
              },
            },
          },
          { name: 'group', priority: 1, statement: { ruleGroupReferenceStatement: { aRN: arn('rulegroup/own') } } },
        ],
      },
    },
  ]);
});

test('a rule group is tied to its sets', async () => {
  const [item] = await itemsOf(ruleGroup, {
    listRuleGroups: { RuleGroups: [summary('own')] },
    getRuleGroup: { RuleGroup: { Name: 'own', Id: 'id-of-own', ARN: arn('own'), Capacity: 5, Rules: rules } },
    ...tags,
  });
  expect(item?.relationships.map(({ resourceId }) => resourceId)).toEqual([
    arn('ipset/bad'),
    arn('regexpatternset/bots'),
  ]);
  expect(item).toMatchObject({ resourceId: arn('own'), configuration: { capacity: 5, resourceARN: arn('own') } });
});

test('sets have their members as AWS Config has them', async () => {
  const [addresses] = await itemsOf(ipSet, {
    listIPSets: { IPSets: [summary('bad')] },
    getIPSet: {
      IPSet: { Name: 'bad', Id: 'id-of-bad', ARN: arn('bad'), IPAddressVersion: 'IPV4', Addresses: ['192.0.2.0/24'] },
    },
    ...tags,
  });
  expect(addresses?.configuration).toEqual({
    name: 'bad',
    id: 'id-of-bad',
    aRN: arn('bad'),
    resourceARN: arn('bad'),
    iPAddressVersion: 'IPV4',
    addresses: ['192.0.2.0/24'],
  });
  const [patterns] = await itemsOf(regexPatternSet, {
    listRegexPatternSets: { RegexPatternSets: [summary('bots')] },
    getRegexPatternSet: {
      RegexPatternSet: {
        Name: 'bots',
        Id: 'id-of-bots',
        ARN: arn('bots'),
        RegularExpressionList: [{ RegexString: '^bot' }],
      },
    },
    ...tags,
  });
  expect(patterns?.configuration).toEqual({
    name: 'bots',
    id: 'id-of-bots',
    resourceARN: arn('bots'),
    regularExpressions: ['^bot'],
  });
});

test('what CloudFront uses is recorded in us-east-1', async () => {
  const asked: string[] = [];
  const answers = {
    listIPSets: ({ Scope }: { Scope: string }) => {
      asked.push(Scope);
      return { IPSets: [] };
    },
  };
  await itemsOf(ipSet, answers, { region: 'us-east-1' });
  await itemsOf(ipSet, answers);
  expect(asked).toEqual(['REGIONAL', 'CLOUDFRONT', 'REGIONAL']);
});
