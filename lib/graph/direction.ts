import { normalizeType } from '../items/resource-type';

/**
 * Types that AWS Config relates with the same verb from both sides (`Is attached to` / `Is attached to`), so that the words do
 * not tell which of the two hangs on the other. What comes earlier depends on what comes later; types that are not here
 * depend on those that are.
 */
const fromDependentToFoundation: readonly string[] = [
  'AWS::EC2::EIP',
  'AWS::EC2::VPNConnection',
  'AWS::EC2::CustomerGateway',
  'AWS::EC2::VPNGateway',
  'AWS::EC2::InternetGateway',
  'AWS::EC2::NetworkAcl',
  'AWS::EC2::Volume',
  'AWS::EC2::NetworkInterface',
  'AWS::EC2::Instance',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::Subnet',
  'AWS::EC2::VPC',
  'AWS::IAM::Policy',
  'AWS::IAM::User',
  'AWS::IAM::Role',
  'AWS::IAM::Group',
  'AWS::ElasticBeanstalk::Environment',
  'AWS::ElasticBeanstalk::ApplicationVersion',
  'AWS::ServiceCatalog::CloudFormationProvisionedProduct',
  'AWS::ServiceCatalog::CloudFormationProduct',
];
const ranks = new Map(fromDependentToFoundation.map((type, rank) => [normalizeType(type), rank]));

/** One end of a relationship that both ends tell with the same verb. */
export interface End {
  resourceType: string;
  key: string;
  /** How this end tells it, trimmed. */
  name: string;
}

/**
 * Whether `a` is the source of an edge that both ends tell with the same verb. In files of 2014 the words decide (`Attached to
 * Instance` is told by what hangs on, `Attached Volume` by what carries it), then the types, then the keys: the order in which
 * the two were found never does.
 */
export function isSource(a: End, b: End): boolean {
  const saysTo = [a, b].map(({ name }) => /\b(to|with)\b/i.test(name));
  if (saysTo[0] !== saysTo[1]) return saysTo[0] === true;
  const rankA = ranks.get(normalizeType(a.resourceType)) ?? -1;
  const rankB = ranks.get(normalizeType(b.resourceType)) ?? -1;
  return rankA === rankB ? a.key <= b.key : rankA < rankB;
}
