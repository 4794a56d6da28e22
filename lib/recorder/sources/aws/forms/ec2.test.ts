import { expect, test } from 'vitest';
import { natGateway, transitGateway } from '../services/ec2/gateway';
import { launchTemplate } from '../services/ec2/instance';
import { flowLog } from '../services/ec2/vpc';
import { vpcEndpoint } from '../services/ec2/vpc-connection';
import { vpnConnection, vpnGateway } from '../services/ec2/vpn';
import { listAnswers } from '../test-answering-account';

// Forms that were seen in real items of AWS Config.

const time = new Date('2026-03-04T05:06:07Z');
const epoch = time.getTime();

test('a NAT gateway is of no zone, and its times are numbers', async () => {
  const gateway = {
    NatGatewayId: 'nat-1',
    CreateTime: time,
    DeleteTime: time,
    State: 'available',
    NatGatewayAddresses: [{ AllocationId: 'eipalloc-1', AvailabilityZone: 'us-west-2a' }],
  };
  const [item] = await listAnswers([natGateway], { DescribeNatGateways: { NatGateways: [gateway] } });
  expect(item).toMatchObject({
    resourceId: 'nat-1',
    ARN: 'arn:aws:ec2:us-west-2:123456789012:natgateway/nat-1',
    availabilityZone: 'Not Applicable',
    resourceCreationTime: time.toISOString(),
    configuration: { natGatewayId: 'nat-1', createTime: epoch, deleteTime: epoch },
  });
});

test('an endpoint of a VPC is of no zone, and its time is a number', async () => {
  const endpoint = { VpcEndpointId: 'vpce-1', CreationTimestamp: time, State: 'Available' };
  const [item] = await listAnswers([vpcEndpoint], { DescribeVpcEndpoints: { VpcEndpoints: [endpoint] } });
  expect(item).toMatchObject({
    resourceId: 'vpce-1',
    availabilityZone: 'Not Applicable',
    configuration: { creationTimestamp: epoch },
  });
});

test("a flow log's time is a number", async () => {
  const [item] = await listAnswers([flowLog], {
    DescribeFlowLogs: { FlowLogs: [{ FlowLogId: 'fl-1', CreationTime: time }] },
  });
  expect(item).toMatchObject({ resourceId: 'fl-1', configuration: { flowLogId: 'fl-1', creationTime: epoch } });
});

test('VPN gateways and connections are regional', async () => {
  const items = await listAnswers([vpnGateway, vpnConnection], {
    DescribeVpnGateways: { VpnGateways: [{ VpnGatewayId: 'vgw-1', AvailabilityZone: 'us-west-2a' }] },
    DescribeVpnConnections: { VpnConnections: [{ VpnConnectionId: 'vpn-1' }] },
  });
  expect(items.map(({ resourceId, availabilityZone }) => [resourceId, availabilityZone])).toEqual([
    ['vgw-1', 'Regional'],
    ['vpn-1', 'Regional'],
  ]);
});

test("a transit gateway's name is its id", async () => {
  const gateway = { TransitGatewayId: 'tgw-1', Tags: [{ Key: 'Name', Value: 'core' }] };
  const [item] = await listAnswers([transitGateway], { DescribeTransitGateways: { TransitGateways: [gateway] } });
  expect(item).toMatchObject({ resourceId: 'tgw-1', resourceName: 'tgw-1', tags: { Name: 'core' } });
});

test('a launch template has no creation time', async () => {
  const template = { LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web', CreateTime: time, LatestVersionNumber: 2 };
  const [item] = await listAnswers([launchTemplate], {
    DescribeLaunchTemplates: { LaunchTemplates: [template] },
    DescribeLaunchTemplateVersions: {
      LaunchTemplateVersions: [{ LaunchTemplateData: { ImageId: 'ami-1', UserData: 'c2VjcmV0' } }],
    },
  });
  expect(item).not.toHaveProperty('resourceCreationTime');
  expect(item).toMatchObject({ resourceName: 'web', availabilityZone: 'Regional' });
  expect(item?.configuration).toEqual({
    Id: 'lt-1',
    LaunchTemplateName: 'web',
    LatestVersionNumber: '2',
    LaunchTemplateData: { ImageId: 'ami-1' },
  });
});
