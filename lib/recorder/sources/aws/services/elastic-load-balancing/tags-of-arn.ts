import { DescribeTagsCommand, ElasticLoadBalancingV2Client, type Tag } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { AwsAccess } from '../../calls/access';

/** What the service says of what went away between two calls. */
export const gone = [
  ...['LoadBalancerNotFound', 'LoadBalancerNotFoundException'],
  ...['ListenerNotFound', 'ListenerNotFoundException'],
  ...['TargetGroupNotFound', 'TargetGroupNotFoundException'],
];

/**
 * The tags of a load balancer, listener or target group.
 *
 * @throws an error of the service with one of the codes `gone` where there is no such thing any more, and whatever else goes wrong.
 */
export async function tagsOfArn({ client }: AwsAccess, arn: string | undefined): Promise<Tag[] | undefined> {
  if (arn === undefined) return undefined;
  const input = { ResourceArns: [arn] };
  const { TagDescriptions } = await client(ElasticLoadBalancingV2Client).send(new DescribeTagsCommand(input));
  return TagDescriptions?.[0]?.Tags;
}
