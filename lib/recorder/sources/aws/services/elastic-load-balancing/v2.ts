import {
  DescribeLoadBalancerAttributesCommand,
  ElasticLoadBalancingV2Client,
  type Listener,
  type LoadBalancer,
  type LoadBalancerAttribute,
  paginateDescribeListeners,
  paginateDescribeLoadBalancers,
  type Tag,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { errorCode } from '../../../../../errors';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { asSpelt, camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';
import { gone, tagsOfArn } from './tags-of-arn';

interface WholeLoadBalancer extends LoadBalancer {
  attributes?: LoadBalancerAttribute[];
  tags?: Tag[];
}

const loadBalancers = ({ client }: AwsAccess) =>
  flattenPages(
    paginateDescribeLoadBalancers({ client: client(ElasticLoadBalancingV2Client) }, {}),
    ({ LoadBalancers }) => LoadBalancers,
  );

export const loadBalancer = resourceType<WholeLoadBalancer>({
  resourceType: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  permissions: [
    'elasticloadbalancing:DescribeLoadBalancers',
    'elasticloadbalancing:DescribeLoadBalancerAttributes',
    'elasticloadbalancing:DescribeTags',
  ],
  list: (access) =>
    enrich(loadBalancers(access), (balancer) =>
      ignoreNotFound(gone, async () => {
        const elb = access.client(ElasticLoadBalancingV2Client);
        const [attributes, tags] = await Promise.all([
          elb.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: balancer.LoadBalancerArn })),
          tagsOfArn(access, balancer.LoadBalancerArn),
        ]);
        return { ...balancer, attributes: attributes.Attributes, tags };
      }),
    ),
  describe: ({ attributes, tags, ...balancer }) => ({
    id: balancer.LoadBalancerArn,
    name: balancer.LoadBalancerName,
    arn: balancer.LoadBalancerArn,
    createdAt: balancer.CreatedTime,
    zone: 'Multiple Availability Zones',
    tags: tagsOf(tags),
    configuration: camelCase(balancer),
    supplementaryConfiguration: {
      LoadBalancerAttributes: (attributes ?? []).map((attribute) => camelCase(attribute)),
      Tags: (tags ?? []).map((tag) => camelCase(tag)),
    },
  }),
  related: {
    'AWS::EC2::SecurityGroup': ({ SecurityGroups }) => SecurityGroups,
    'AWS::EC2::Subnet': ({ AvailabilityZones }) => AvailabilityZones?.map(({ SubnetId }) => SubnetId),
    'AWS::EC2::VPC': ({ VpcId }) => VpcId,
  },
});

interface WholeListener extends Listener {
  tags?: Tag[];
}

/** Asked for load balancer by load balancer. The secret of a user pool or identity provider is never answered. */
export const listener = resourceType<WholeListener>({
  resourceType: 'AWS::ElasticLoadBalancingV2::Listener',
  permissions: [
    'elasticloadbalancing:DescribeListeners',
    'elasticloadbalancing:DescribeLoadBalancers',
    'elasticloadbalancing:DescribeTags',
  ],
  async *list(access) {
    const client = access.client(ElasticLoadBalancingV2Client);
    for await (const { LoadBalancerArn } of loadBalancers(access)) {
      const listeners = flattenPages(
        paginateDescribeListeners({ client }, { LoadBalancerArn }),
        (page) => page.Listeners,
      );
      try {
        yield* enrich(listeners, (one) =>
          ignoreNotFound(gone, async () => ({ ...one, tags: await tagsOfArn(access, one.ListenerArn) })),
        );
      } catch (error) {
        // The load balancer itself went away, and its listeners with it.
        if (!gone.includes(errorCode(error))) throw error;
      }
    }
  },
  describe: ({ tags, ...one }) => ({
    id: one.ListenerArn,
    arn: one.ListenerArn,
    zone: 'Regional',
    tags: tagsOf(tags),
    configuration: asSpelt(one, { without: ['ClientSecret'] }),
  }),
});
