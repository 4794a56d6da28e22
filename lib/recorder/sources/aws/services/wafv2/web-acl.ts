import {
  GetWebACLCommand,
  ListResourcesForWebACLCommand,
  ListWebACLsCommand,
  type ResourceType,
  WAFV2Client,
  type WebACL,
} from '@aws-sdk/client-wafv2';
import type { AwsAccess } from '../../calls/access';
import { optionalCall } from '../../calls/optional-call';
import { enrich } from '../../calls/pages';
import { resourceType } from '../../resource-type';
import { wafForm } from './form';
import { referencesIn } from './references';
import { ofAllScopes, type Scoped, tagPermission } from './scopes';

interface WholeAcl extends Scoped<WebACL> {
  loadBalancers: string[];
  stages: string[];
}

const protectedPermission = 'wafv2:ListResourcesForWebACL';

/** A web ACL with what it protects, of the types to which AWS Config relates it. */
export const webAcl = resourceType<WholeAcl>({
  resourceType: 'AWS::WAFv2::WebACL',
  permissions: ['wafv2:ListWebACLs', 'wafv2:GetWebACL', tagPermission, protectedPermission],
  list: (access) =>
    enrich(
      ofAllScopes(
        access,
        async (client, input) => {
          const { WebACLs: items, NextMarker } = await client.send(new ListWebACLsCommand(input));
          return { items, NextMarker };
        },
        async (client, input) => (await client.send(new GetWebACLCommand(input))).WebACL,
      ),
      async (acl) => ({
        ...acl,
        loadBalancers: await protectedBy(access, acl, 'APPLICATION_LOAD_BALANCER'),
        stages: await protectedBy(access, acl, 'API_GATEWAY'),
      }),
    ),
  describe: ({ resource, tags }) => wafForm(resource, tags),
  related: {
    'AWS::ApiGateway::Stage': ({ stages }) => stages,
    'AWS::ElasticLoadBalancingV2::LoadBalancer': ({ loadBalancers }) => loadBalancers,
    'AWS::WAFv2::IPSet': ({ resource: { Rules } }) => referencesIn(Rules, 'AWS::WAFv2::IPSet'),
    'AWS::WAFv2::RegexPatternSet': ({ resource: { Rules } }) => referencesIn(Rules, 'AWS::WAFv2::RegexPatternSet'),
    'AWS::WAFv2::RuleGroup': ({ resource: { Rules } }) => referencesIn(Rules, 'AWS::WAFv2::RuleGroup'),
  },
});

/** The ARNs of what a web ACL protects; what CloudFront serves is none of these types. */
async function protectedBy(access: AwsAccess, acl: Scoped<WebACL>, ResourceType: ResourceType): Promise<string[]> {
  if (acl.scope === 'CLOUDFRONT') return [];
  const answer = await optionalCall(access, {
    permission: protectedPermission,
    about: `web ACL ${acl.resource.Name}`,
    call: () =>
      access.client(WAFV2Client).send(new ListResourcesForWebACLCommand({ WebACLArn: acl.resource.ARN, ResourceType })),
    none: ['WAFNonexistentItemException'],
  });
  return answer?.ResourceArns ?? [];
}
