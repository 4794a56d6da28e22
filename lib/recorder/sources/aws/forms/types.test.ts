import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfigurationItem } from '../../../../items/form/read-item';

// The sample account is listed by the declarations: each of its types is held here against what real items are like.

const regional = 'Regional';
const none = 'Not Applicable';
const several = 'Multiple Availability Zones';
const zone = /^us-west-2[a-c]$/;
/** The name is the id, a name of its own, or there is none. */
type Name = 'is the id' | 'of its own' | 'none';

/** By type: the id, the name, what stands for the zone, and a field of the configuration as it is spelt. */
const forms: { [type: string]: [id: RegExp, name: Name, zone: string | RegExp, field: string] } = {
  'AutoScaling::AutoScalingGroup': [/^arn:.*:autoScalingGroupName\//, 'of its own', several, 'vpczoneIdentifier'],
  'AutoScaling::ScalingPolicy': [/^arn:.*:policyName\//, 'of its own', none, 'policyARN'],
  'CloudFormation::Stack': [/^arn:.*:stack\//, 'of its own', regional, 'notificationARNs'],
  'CloudTrail::Trail': [/^[\w-]+$/, 'none', regional, 'trailARN'],
  'CloudWatch::Alarm': [/^[\w-]+$/, 'is the id', none, 'okactions'],
  'DynamoDB::Table': [/^[\w-]+$/, 'is the id', none, 'tableArn'],
  'EC2::EIP': [/^eipalloc-/, 'of its own', none, 'publicIp'],
  'EC2::FlowLog': [/^fl-/, 'none', none, 'flowLogId'],
  'EC2::Instance': [/^i-/, 'none', zone, 'blockDeviceMappings'],
  'EC2::InternetGateway': [/^igw-/, 'none', several, 'attachments'],
  'EC2::LaunchTemplate': [/^lt-/, 'of its own', regional, 'LaunchTemplateData'],
  'EC2::NatGateway': [/^nat-/, 'none', none, 'natGatewayAddresses'],
  'EC2::NetworkAcl': [/^acl-/, 'none', several, 'entries'],
  'EC2::NetworkInterface': [/^eni-/, 'none', zone, 'tagSet'],
  'EC2::RouteTable': [/^rtb-/, 'none', none, 'propagatingVgws'],
  'EC2::SecurityGroup': [/^sg-/, 'of its own', none, 'ipPermissionsEgress'],
  'EC2::Subnet': [/^subnet-/, 'none', zone, 'subnetArn'],
  'EC2::VPC': [/^vpc-/, 'none', several, 'dhcpOptionsId'],
  'EC2::VPCEndpoint': [/^vpce-/, 'none', none, 'creationTimestamp'],
  'EC2::VPCPeeringConnection': [/^pcx-/, 'none', none, 'accepterVpcInfo'],
  'EC2::Volume': [/^vol-/, 'none', zone, 'volumeType'],
  'ECS::Cluster': [/^[\w-]+$/, 'is the id', regional, 'ClusterSettings'],
  'ECS::Service': [/^arn:.*:service\//, 'of its own', regional, 'ServiceArn'],
  'ECS::TaskDefinition': [/^[\w-]+$/, 'of its own', regional, 'TaskDefinitionArn'],
  'ElasticLoadBalancingV2::Listener': [/^arn:.*:listener\//, 'none', regional, 'DefaultActions'],
  'ElasticLoadBalancingV2::LoadBalancer': [/^arn:.*:loadbalancer\//, 'of its own', several, 'dNSName'],
  'ElasticLoadBalancingV2::TargetGroup': [/^arn:.*:targetgroup\//, 'of its own', regional, 'TargetGroupAttributes'],
  'IAM::Group': [/^AGPA/, 'of its own', none, 'groupPolicyList'],
  'IAM::Policy': [/^ANPA/, 'of its own', none, 'policyVersionList'],
  'IAM::Role': [/^AROA/, 'of its own', none, 'assumeRolePolicyDocument'],
  'IAM::User': [/^AIDA/, 'of its own', none, 'userPolicyList'],
  'KMS::Key': [/^[0-9a-f-]{36}$/, 'none', none, 'awsaccountId'],
  'Lambda::Function': [/^[\w-]+$/, 'is the id', none, 'codeSha256'],
  'RDS::DBCluster': [/^cluster-/, 'of its own', several, 'dbclusterIdentifier'],
  'RDS::DBInstance': [/^db-/, 'of its own', zone, 'dBInstanceIdentifier'],
  'RDS::DBSubnetGroup': [/^[\w-]+$/, 'is the id', several, 'dBSubnetGroupName'],
  'S3::Bucket': [/^[\w-]+$/, 'is the id', regional, 'creationDate'],
  'SNS::Topic': [/^arn:/, 'of its own', none, 'TopicArn'],
  'SQS::Queue': [/^https:/, 'of its own', none, 'QueueArn'],
  'SecretsManager::Secret': [/^arn:/, 'of its own', regional, 'KMSKeyId'],
};

/** Times that AWS writes as epoch milliseconds; all others are ISO text. */
const numbers =
  /^(createdTime|createTime|creationTime|creationTimestamp|clusterCreateTime|creationDateTime|alarmConfigurationUpdatedTimestamp)$/;
const timesAsNumbers = /^AWS::(AutoScaling|EC2::(NatGateway|FlowLog|VPCEndpoint)|RDS::DBCluster|DynamoDB|CloudWatch)/;

const document = JSON.parse(readFileSync('samples/modern-account.json', 'utf8'));
const items = document.configurationItems.map((item: unknown) => readConfigurationItem(item)) as ReturnType<
  typeof readConfigurationItem
>[];

test('is told for every type of the sample account', () => {
  expect([...new Set(items.map(({ resourceType }) => resourceType.replace('AWS::', '')))].sort()).toEqual(
    Object.keys(forms),
  );
});

test.each(Object.entries(forms))(
  '%s has the id, name, zone and spelling of real items',
  (type, [id, name, where, field]) => {
    for (const item of items.filter(({ resourceType }) => resourceType === `AWS::${type}`)) {
      expect(item.resourceId).toMatch(id);
      const named =
        item.resourceName === undefined ? 'none' : item.resourceName === item.resourceId ? 'is the id' : 'of its own';
      expect([item.resourceId, named]).toEqual([item.resourceId, name]);
      expect(item.availabilityZone).toMatch(where);
      expect(item.configuration).toHaveProperty(field);
    }
  },
);

test('has numbers for times where AWS has numbers, and text elsewhere', () => {
  for (const { resourceType, configuration } of items) {
    for (const [field, value] of Object.entries(configuration as object)) {
      if (!numbers.test(field)) continue;
      expect([resourceType, field, typeof value]).toEqual([
        resourceType,
        field,
        timesAsNumbers.test(resourceType) ? 'number' : 'string',
      ]);
    }
  }
});
