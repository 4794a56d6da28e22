import {
  DescribeLoadBalancerAttributesCommand,
  DescribeTagsCommand,
  ElasticLoadBalancingV2Client,
  type Listener,
  type LoadBalancer,
  type LoadBalancerAttribute,
  paginateDescribeListeners,
  paginateDescribeLoadBalancers,
  paginateDescribeTargetGroups,
  type Tag,
  type TargetGroup,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { errorCode } from '../../../../../errors';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { asSpelt, camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeLoadBalancer extends LoadBalancer {
  attributes?: LoadBalancerAttribute[];
  tags?: Tag[];
}

/** What the service says of what went away between two calls. */
const gone = [
  ...['LoadBalancerNotFound', 'LoadBalancerNotFoundException'],
  ...['ListenerNotFound', 'ListenerNotFoundException'],
  ...['TargetGroupNotFound', 'TargetGroupNotFoundException'],
];

const loadBalancers = ({ client }: AwsAccess) =>
  flattenPages(
    paginateDescribeLoadBalancers({ client: client(ElasticLoadBalancingV2Client) }, {}),
    ({ LoadBalancers }) => LoadBalancers,
  );

async function tagsOfArn({ client }: AwsAccess, arn: string | undefined): Promise<Tag[] | undefined> {
  if (arn === undefined) return undefined;
  const input = { ResourceArns: [arn] };
  const { TagDescriptions } = await client(ElasticLoadBalancingV2Client).send(new DescribeTagsCommand(input));
  return TagDescriptions?.[0]?.Tags;
}

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
    zone: 'Not Applicable',
    tags: tagsOf(tags),
    configuration: asSpelt(one, { without: ['ClientSecret'] }),
  }),
});

interface WholeTargetGroup extends TargetGroup {
  tags?: Tag[];
}

export const targetGroup = resourceType<WholeTargetGroup>({
  resourceType: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  permissions: ['elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTags'],
  list: (access) =>
    enrich(
      flattenPages(
        paginateDescribeTargetGroups({ client: access.client(ElasticLoadBalancingV2Client) }, {}),
        ({ TargetGroups }) => TargetGroups,
      ),
      (group) => ignoreNotFound(gone, async () => ({ ...group, tags: await tagsOfArn(access, group.TargetGroupArn) })),
    ),
  describe: ({ tags, ...group }) => ({
    id: group.TargetGroupArn,
    name: group.TargetGroupName,
    arn: group.TargetGroupArn,
    zone: 'Not Applicable',
    tags: tagsOf(tags),
    configuration: asSpelt(group),
  }),
});
