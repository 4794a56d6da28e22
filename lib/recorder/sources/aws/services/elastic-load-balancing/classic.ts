import {
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancerPoliciesCommand,
  DescribeTagsCommand,
  ElasticLoadBalancingClient,
  type LoadBalancerAttributes,
  type LoadBalancerDescription,
  type PolicyDescription,
  paginateDescribeLoadBalancers,
  type Tag,
} from '@aws-sdk/client-elastic-load-balancing';
import { ignoreNotFound } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { beanCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeLoadBalancer extends LoadBalancerDescription {
  attributes?: LoadBalancerAttributes;
  policies?: PolicyDescription[];
  tags?: Tag[];
}

/** A classic load balancer. Its id is its name. */
export const classicLoadBalancer = resourceType<WholeLoadBalancer>({
  resourceType: 'AWS::ElasticLoadBalancing::LoadBalancer',
  permissions: [
    'elasticloadbalancing:DescribeLoadBalancers',
    'elasticloadbalancing:DescribeLoadBalancerAttributes',
    'elasticloadbalancing:DescribeLoadBalancerPolicies',
    'elasticloadbalancing:DescribeTags',
  ],
  list({ client }) {
    const elb = client(ElasticLoadBalancingClient);
    return enrich(
      flattenPages(paginateDescribeLoadBalancers({ client: elb }, {}), (page) => page.LoadBalancerDescriptions),
      (balancer) =>
        ignoreNotFound(['LoadBalancerNotFound', 'AccessPointNotFoundException'], async () => {
          const { LoadBalancerName } = balancer;
          const input = { LoadBalancerName };
          const [attributes, policies, tags] = await Promise.all([
            elb.send(new DescribeLoadBalancerAttributesCommand(input)),
            elb.send(new DescribeLoadBalancerPoliciesCommand(input)),
            elb.send(new DescribeTagsCommand({ LoadBalancerNames: LoadBalancerName ? [LoadBalancerName] : [] })),
          ]);
          return {
            ...balancer,
            attributes: attributes.LoadBalancerAttributes,
            policies: policies.PolicyDescriptions,
            tags: tags.TagDescriptions?.[0]?.Tags,
          };
        }),
    );
  },
  describe: ({ attributes, policies, tags, ...balancer }, { arn }) => ({
    id: balancer.LoadBalancerName,
    name: balancer.LoadBalancerName,
    arn: arn('elasticloadbalancing', `loadbalancer/${balancer.LoadBalancerName}`),
    createdAt: balancer.CreatedTime,
    zone: 'Multiple Availability Zones',
    tags: tagsOf(tags),
    configuration: beanCase(balancer, { times: 'epoch' }),
    supplementaryConfiguration: {
      LoadBalancerAttributes: beanCase(attributes ?? {}),
      LoadBalancerPolicies: (policies ?? []).map((policy) => beanCase(policy)),
      Tags: (tags ?? []).map((tag) => beanCase(tag)),
    },
  }),
  related: {
    'AWS::EC2::SecurityGroup': ({ SecurityGroups }) => SecurityGroups,
    'AWS::EC2::Subnet': ({ Subnets }) => Subnets,
    'AWS::EC2::VPC': ({ VPCId }) => VPCId,
  },
});
