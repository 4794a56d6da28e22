import type { ReadTarget } from './target';
import { ofEc2 } from './targets';

/** What a network interface's description says of whom AWS made it for. */
export const interfaceOwner: ReadTarget = (text) => {
  for (const { pattern, target } of owners) {
    const part = pattern.exec(text)?.[1];
    if (part !== undefined) return target(part);
  }
  return undefined;
};

const named = (resourceType: string) => (resourceName: string) => ({ resourceType, resourceName });
const owners: readonly { pattern: RegExp; target: (part: string) => ReturnType<ReadTarget> }[] = [
  { pattern: /^Interface for NAT Gateway (nat-[0-9a-f]+)$/, target: (part) => ofEc2(part, {}) },
  { pattern: /^VPC Endpoint Interface (vpce-[0-9a-f]+)$/, target: (part) => ofEc2(part, {}) },
  { pattern: /(tgw-attach-[0-9a-f]+)$/, target: (part) => ofEc2(part, {}) },
  { pattern: /^ELB (?:app|net|gwy)\/([^/]+)\/[0-9a-f]+$/, target: named('AWS::ElasticLoadBalancingV2::LoadBalancer') },
  { pattern: /^ELB ([^/]+)$/, target: named('AWS::ElasticLoadBalancing::LoadBalancer') },
  {
    pattern: /^AWS Lambda VPC ENI-(.+?)(?:-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/i,
    target: named('AWS::Lambda::Function'),
  },
  {
    pattern: /^EFS mount target for fs-[0-9a-f]+ \((fsmt-[0-9a-f]+)\)$/,
    target: (part) => ({ resourceType: 'AWS::EFS::MountTarget', resourceId: part }),
  },
  { pattern: /^Amazon EKS (\S+)$/, target: named('AWS::EKS::Cluster') },
  {
    pattern: /^ElastiCache ([^+\s]+)/,
    target: (part) => ({ resourceType: 'AWS::ElastiCache::CacheCluster', resourceId: part }),
  },
  {
    pattern: /^ES (\S+)$/,
    target: (resourceName) =>
      ['AWS::OpenSearch::Domain', 'AWS::Elasticsearch::Domain'].map((resourceType) => ({
        resourceType,
        resourceName,
        ifPresent: true,
      })),
  },
];
