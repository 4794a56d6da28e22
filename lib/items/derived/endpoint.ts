import { api as apiOf } from './arn';
import type { ReadTarget, Target } from './target';

/** How the host name of a resource is made by its service: the first group is the id or name. */
interface HostForm {
  host: RegExp;
  target: (part: string) => Target | readonly Target[];
}

const named = (resourceType: string) => (resourceName: string) => ({ resourceType, resourceName });

/** `<host>` of the endpoints in the documentation of each service; behind it comes `.amazonaws.com` or another domain of AWS's. */
const hostForms: readonly HostForm[] = [
  form(/^([^.]+)\.cluster-(?:ro-|custom-)?[^.]+\.[^.]+\.rds$/, named('AWS::RDS::DBCluster')),
  form(/^([^.]+)\.proxy-[^.]+\.[^.]+\.rds$/, named('AWS::RDS::DBProxy')),
  form(/^([^.]+)\.[^.]+\.[^.]+\.rds$/, named('AWS::RDS::DBInstance')),
  form(/^([^.]+)\.cluster-(?:ro-)?[^.]+\.[^.]+\.(?:docdb|neptune)$/, named('AWS::RDS::DBCluster')),
  form(/^([^.]+)\.[^.]+\.[^.]+\.redshift$/, (id) => ({ resourceType: 'AWS::Redshift::Cluster', resourceId: id })),
  form(/^(?:master|replica|primary|reader)\.([^.]+)\.[^.]+\.[^.]+\.cache$/, cache),
  form(/^(?:clustercfg\.)?([^.]+)(?:\.[^.]+){2,4}\.cache$/, cache),
  form(/^(?:search|vpc)-(.+)-[a-z0-9]{26}\.[^.]+\.es$/, (name) => [
    { resourceType: 'AWS::OpenSearch::Domain', resourceName: name, ifPresent: true },
    { resourceType: 'AWS::Elasticsearch::Domain', resourceName: name, ifPresent: true },
  ]),
  form(/^(?:internal-|dualstack\.)?(.+)-\d{6,12}\.[^.]+\.elb$/, loadBalancer),
  form(/^(.+)-[0-9a-f]{16}\.elb\.[^.]+$/, loadBalancer),
  form(/^(?:b|boot)-[^.]+\.([^.]+)\.[^.]+\.c\d+\.kafka\.[^.]+$/, named('AWS::MSK::Cluster')),
  form(/^(fs-[0-9a-f]+)\.efs\.[^.]+$/, (id) => ({ resourceType: 'AWS::EFS::FileSystem', resourceId: id })),
  form(/^(.+)\.s3(?:-website)?(?:[.-][a-z0-9.-]+)?$/, (id) => ({ resourceType: 'AWS::S3::Bucket', resourceId: id })),
];

function form(host: RegExp, target: HostForm['target']): HostForm {
  return { host, target };
}

function cache(id: string): readonly Target[] {
  return [
    { resourceType: 'AWS::ElastiCache::ReplicationGroup', resourceId: id, ifPresent: true },
    { resourceType: 'AWS::ElastiCache::CacheCluster', resourceId: id, ifPresent: true },
  ];
}

function loadBalancer(resourceName: string): readonly Target[] {
  return [
    { resourceType: 'AWS::ElasticLoadBalancingV2::LoadBalancer', resourceName, ifPresent: true },
    { resourceType: 'AWS::ElasticLoadBalancing::LoadBalancer', resourceName, ifPresent: true },
  ];
}

const awsDomain = /\.amazonaws\.com(?:\.cn)?$/;

/** A host name, or a URL with one, or with a host and port as databases are named: the resource that answers there. */
export const endpoint: ReadTarget = (text, context) => {
  const bucket = /^s3:\/\/([^/]+)/.exec(text)?.[1];
  if (bucket !== undefined) return { resourceType: 'AWS::S3::Bucket', resourceId: bucket };
  const [, host = '', path = ''] =
    /^(?:[a-z][a-z0-9+.:-]*:\/\/)?(?:[^@/\s]*@)?([a-z0-9.-]+)(?::\d+)?(\/\S*)?$/i.exec(text) ?? [];
  const lower = host.toLowerCase();
  if (!awsDomain.test(lower)) return undefined;
  const short = lower.replace(awsDomain, '');
  if (/^sqs\.[^.]+$|\.queue$/.test(short)) {
    const queue = /^\/\d{12}\/([^/]+)$/.exec(path)?.[1];
    return queue === undefined ? undefined : { resourceType: 'AWS::SQS::Queue', resourceName: queue };
  }
  const apiId = /^([a-z0-9]+)(?:-vpce-[0-9a-f]+)?\.execute-api\.([^.]+)$/.exec(short);
  if (apiId) return apiOf(apiId[1] ?? '', { ...context, region: apiId[2] });
  const pool = /^cognito-idp\.[^.]+$/.test(short) ? /^\/([a-z0-9-]+_[A-Za-z0-9]+)/.exec(path)?.[1] : undefined;
  if (pool !== undefined) return { resourceType: 'AWS::Cognito::UserPool', resourceId: pool };
  for (const { host: pattern, target } of hostForms) {
    const match = pattern.exec(short);
    if (match) return target(match[1] ?? '');
  }
  return undefined;
};
