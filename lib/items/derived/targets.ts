import { resourceOfArn, type Target } from './arn';

/** Reads a string of a configuration; nothing where it names no resource that AWS Config could hold. */
export type ReadTarget = (text: string) => Target | undefined;

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

/** An ARN of whatever: its service and form tell the type. */
export const anyArn: ReadTarget = (text) => resourceOfArn(text);

/** An ARN of whatever, or the id of something of EC2. */
export const anything: ReadTarget = (text) => resourceOfArn(text) ?? ofEc2(text);

/** The type stands in the id's prefix (AWS EC2 User Guide, "Resource IDs"); `local` and the like name no resource. */
export const ofEc2: ReadTarget = (text) => {
  const prefix = /^([a-z]+)-[0-9a-f]{8,17}$/.exec(text)?.[1];
  const resourceType = prefix === undefined ? undefined : typeOfPrefix.get(prefix);
  return resourceType === undefined ? undefined : { resourceType: `AWS::EC2::${resourceType}`, resourceId: text };
};

const typeOfPrefix = new Map([
  ['i', 'Instance'],
  ['eni', 'NetworkInterface'],
  ['igw', 'InternetGateway'],
  ['eigw', 'EgressOnlyInternetGateway'],
  ['nat', 'NatGateway'],
  ['pcx', 'VPCPeeringConnection'],
  ['subnet', 'Subnet'],
  ['tgw', 'TransitGateway'],
  ['vgw', 'VPNGateway'],
  ['vpc', 'VPC'],
  ['vpce', 'VPCEndpoint'],
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

/** A bucket's name or ARN, with or without a key behind it. */
export const bucket: ReadTarget = (text) => {
  const bucketName = text.replace(/^(arn:[^:]+:s3:::|s3:\/\/)/, '').split('/', 1)[0];
  return bucketName ? { resourceType: 'AWS::S3::Bucket', resourceId: bucketName } : undefined;
};

/** An image in a registry of ECR: `<account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>`. */
export const imageRepository: ReadTarget = (text) => {
  const repository = /^\d{12}\.dkr\.ecr\.[^/]+\/([^:@]+)/.exec(text)?.[1];
  return repository === undefined ? undefined : { resourceType: 'AWS::ECR::Repository', resourceName: repository };
};

export const vpc = id('AWS::EC2::VPC');
export const subnet = id('AWS::EC2::Subnet');
export const securityGroup = id('AWS::EC2::SecurityGroup');
export const launchTemplate = id('AWS::EC2::LaunchTemplate');
export const loadBalancer = arnId('AWS::ElasticLoadBalancingV2::LoadBalancer');
export const targetGroup = arnId('AWS::ElasticLoadBalancingV2::TargetGroup');
export const fileSystem = id('AWS::EFS::FileSystem');
export const instanceProfile = name('AWS::IAM::InstanceProfile');
export const lambda = (text: string) =>
  text.startsWith('arn:') ? resourceOfArn(text) : name('AWS::Lambda::Function')(text);
export const logGroup = (text: string) =>
  text.startsWith('arn:') ? resourceOfArn(text) : name('AWS::Logs::LogGroup')(text);
