import {
  GetIPSetCommand,
  GetRegexPatternSetCommand,
  GetRuleGroupCommand,
  type IPSet,
  ListIPSetsCommand,
  ListRegexPatternSetsCommand,
  ListRuleGroupsCommand,
  type RegexPatternSet,
  type RuleGroup,
} from '@aws-sdk/client-wafv2';
import { resourceType } from '../../resource-type';
import { wafForm } from './form';
import { referencesIn } from './references';
import { ofAllScopes, type Scoped, tagPermission } from './scopes';

/** What web ACLs are made of. */
export const ruleGroup = resourceType<Scoped<RuleGroup>>({
  resourceType: 'AWS::WAFv2::RuleGroup',
  permissions: ['wafv2:ListRuleGroups', 'wafv2:GetRuleGroup', tagPermission],
  list: (access) =>
    ofAllScopes(
      access,
      async (client, input) => {
        const { RuleGroups: items, NextMarker } = await client.send(new ListRuleGroupsCommand(input));
        return { items, NextMarker };
      },
      async (client, input) => (await client.send(new GetRuleGroupCommand(input))).RuleGroup,
    ),
  describe: ({ resource, tags }) => wafForm(resource, tags),
  related: {
    'AWS::WAFv2::IPSet': ({ resource: { Rules } }) => referencesIn(Rules, 'AWS::WAFv2::IPSet'),
    'AWS::WAFv2::RegexPatternSet': ({ resource: { Rules } }) => referencesIn(Rules, 'AWS::WAFv2::RegexPatternSet'),
  },
});

/** AWS Config has its ARN twice. */
export const ipSet = resourceType<Scoped<IPSet>>({
  resourceType: 'AWS::WAFv2::IPSet',
  permissions: ['wafv2:ListIPSets', 'wafv2:GetIPSet', tagPermission],
  list: (access) =>
    ofAllScopes(
      access,
      async (client, input) => {
        const { IPSets: items, NextMarker } = await client.send(new ListIPSetsCommand(input));
        return { items, NextMarker };
      },
      async (client, input) => (await client.send(new GetIPSetCommand(input))).IPSet,
    ),
  describe: ({ resource, tags }) => wafForm(resource, tags, { ARN: resource.ARN }),
});

/** AWS Config has the expressions as strings. */
export const regexPatternSet = resourceType<Scoped<RegexPatternSet>>({
  resourceType: 'AWS::WAFv2::RegexPatternSet',
  permissions: ['wafv2:ListRegexPatternSets', 'wafv2:GetRegexPatternSet', tagPermission],
  list: (access) =>
    ofAllScopes(
      access,
      async (client, input) => {
        const { RegexPatternSets: items, NextMarker } = await client.send(new ListRegexPatternSetsCommand(input));
        return { items, NextMarker };
      },
      async (client, input) => (await client.send(new GetRegexPatternSetCommand(input))).RegexPatternSet,
    ),
  describe: ({ resource: { RegularExpressionList, ...resource }, tags }) =>
    wafForm(resource, tags, {
      RegularExpressions: RegularExpressionList?.flatMap(({ RegexString }) => RegexString ?? []),
    }),
});
