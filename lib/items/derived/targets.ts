import { anyArn, resourceOfArn } from './arn';
import type { ReadTarget } from './target';

/** The text is the id. */
export const id =
  (resourceType: string): ReadTarget =>
  (resourceId) => ({ resourceType, resourceId });

/** The text is the name of the resource, or an ARN that ends in it. */
export const name =
  (resourceType: string): ReadTarget =>
  (text) => {
    if (!text.startsWith('arn:')) return { resourceType, resourceName: text };
    const resourceName = text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
    return resourceName === '' ? undefined : { resourceType, resourceName, arn: text };
  };

/** The ARN is the id, as for many types of the CloudFormation registry; a string that is none is the resource's name. */
export const arnId =
  (resourceType: string): ReadTarget =>
  (text) =>
    text.startsWith('arn:') ? { resourceType, resourceId: text } : { resourceType, resourceName: text };

/** An ARN of whatever, or the id of something of EC2. */
export const anything: ReadTarget = (text, context) => anyArn(text, context) ?? ofEc2(text, context);

/** The type stands in the id's prefix (AWS EC2 User Guide, "Resource IDs"); `local` and the like name no resource. */
export const ofEc2: ReadTarget = (text) => {
  const prefix = /^([a-z-]+)-[0-9a-f]{8,17}$/.exec(text)?.[1];
  const resourceType = prefix === undefined ? undefined : typeOfPrefix.get(prefix);
  return resourceType === undefined ? undefined : { resourceType: `AWS::${resourceType}`, resourceId: text };
};

const typeOfPrefix = new Map([
  ['i', 'EC2::Instance'],
  ['eni', 'EC2::NetworkInterface'],
  ['igw', 'EC2::InternetGateway'],
  ['eigw', 'EC2::EgressOnlyInternetGateway'],
  ['nat', 'EC2::NatGateway'],
  ['pcx', 'EC2::VPCPeeringConnection'],
  ['subnet', 'EC2::Subnet'],
  ['tgw', 'EC2::TransitGateway'],
  ['tgw-attach', 'EC2::TransitGatewayAttachment'],
  ['tgw-rtb', 'EC2::TransitGatewayRouteTable'],
  ['vgw', 'EC2::VPNGateway'],
  ['cgw', 'EC2::CustomerGateway'],
  ['vpn', 'EC2::VPNConnection'],
  ['vpc', 'EC2::VPC'],
  ['vpce', 'EC2::VPCEndpoint'],
  ['vpce-svc', 'EC2::VPCEndpointService'],
  ['sg', 'EC2::SecurityGroup'],
  ['vol', 'EC2::Volume'],
  ['lt', 'EC2::LaunchTemplate'],
  ['rtb', 'EC2::RouteTable'],
  ['acl', 'EC2::NetworkAcl'],
  ['eipalloc', 'EC2::EIP'],
  ['dopt', 'EC2::DHCPOptions'],
  ['pl', 'EC2::PrefixList'],
  ['fs', 'EFS::FileSystem'],
  ['fsap', 'EFS::AccessPoint'],
]);

/** AWS Config keeps roles by their unique id (`AROA…`), which nobody else writes: others name them. */
export const role = name('AWS::IAM::Role');

/** A key's id or ARN. An alias does not tell its key. */
export const kmsKey: ReadTarget = (text) => {
  const key = /^(?:arn:[^:]+:kms:[^:]*:\d*:key\/)?((?:mrk-)?[0-9a-f][0-9a-f-]{31,35})$/.exec(text)?.[1];
  return key === undefined ? undefined : { resourceType: 'AWS::KMS::Key', resourceId: key, ...arnOf(text) };
};

function arnOf(text: string): { arn?: string } {
  return text.startsWith('arn:') ? { arn: text } : {};
}

/** A bucket's name, ARN, URI or host name, with or without a key behind it. */
export const bucket: ReadTarget = (text) => {
  const path = text.replace(/^(arn:[^:]+:s3:::|s3[an]?:\/\/)/, '').split('/', 1)[0] ?? '';
  const bucketName = path.replace(/\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/, '');
  return /^[\w.-]+$/.test(bucketName) ? { resourceType: 'AWS::S3::Bucket', resourceId: bucketName } : undefined;
};

/** An image in a registry of ECR: `<account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>`. */
export const imageRepository: ReadTarget = (text) => {
  const repository = /^\d{12}\.dkr\.ecr\.[^/]+\/([^:@]+)/.exec(text)?.[1];
  return repository === undefined ? undefined : { resourceType: 'AWS::ECR::Repository', resourceName: repository };
};

/** A task definition's ARN. AWS Config kept it by family and revision, and keeps it by its family now. */
export const taskDefinition: ReadTarget = (text) => {
  const resourceType = 'AWS::ECS::TaskDefinition';
  const family = /(?:^|task-definition\/)([^:/]+)(?::\d+)?$/.exec(text)?.[1];
  return [
    text.startsWith('arn:') ? { resourceType, resourceId: text } : { resourceType, resourceName: text },
    ...(family && family !== text ? [{ resourceType, resourceId: family, ifPresent: true as const }] : []),
  ];
};

/** A policy document's `Resource`: an ARN of one resource, or of what is in it (`arn:aws:s3:::bucket/*`); other patterns name none. */
export const grantedResource: ReadTarget = (text, context) => {
  const targets = [anyArn(text.replace(/[:/]\*$/, ''), context) ?? []].flat();
  return targets.filter((target) => !/[*?]/.test('resourceId' in target ? target.resourceId : target.resourceName));
};

/** All ARNs within a text, such as the definition of a state machine. */
export const arnsWithin: ReadTarget = (text, context) =>
  Array.from(text.slice(0, 1 << 20).matchAll(/arn:aws[\w-]*:[\w-]+:[\w-]*:\d*:[\w:./-]+/g)).flatMap(
    ([arn]) => anyArn(arn, context) ?? [],
  );

export const vpc = id('AWS::EC2::VPC');
export const subnet = id('AWS::EC2::Subnet');
export const securityGroup = id('AWS::EC2::SecurityGroup');
export const launchTemplate = id('AWS::EC2::LaunchTemplate');
export const loadBalancer = arnId('AWS::ElasticLoadBalancingV2::LoadBalancer');
export const targetGroup = arnId('AWS::ElasticLoadBalancingV2::TargetGroup');
export const fileSystem = id('AWS::EFS::FileSystem');
export const instanceProfile = name('AWS::IAM::InstanceProfile');
export const userPool = id('AWS::Cognito::UserPool');
export const lambda: ReadTarget = (text, context) =>
  text.startsWith('arn:') ? anyArn(text, context) : name('AWS::Lambda::Function')(text.split(':', 1)[0] ?? '', context);
export const logGroup: ReadTarget = (text, context) =>
  text.startsWith('arn:') ? resourceOfArn(text) : name('AWS::Logs::LogGroup')(text, context);
