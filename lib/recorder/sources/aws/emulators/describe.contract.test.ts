import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accountMissing,
  type BuiltAccount,
  buildAccount,
  describeAccount,
} from '../../../../../e2e/emulators/account/account';
import { type AwsProxy, startAwsProxy } from '../../../../../e2e/emulators/aws-proxy';
import { type Moto, startMoto } from '../../../../../e2e/emulators/moto';
import { buildGraph } from '../../../../graph/build';
import { findNode } from '../../../../graph/graph';
import { neighbourhood } from '../../../../graph/neighbourhood';
import { resourceKey } from '../../../../items/identity';
import { relationshipName } from '../../../../items/relationships';
import { type Observed, observe, sourceAt } from '../test-source';
import { fieldsOf } from './test-fields';

const missing = accountMissing();

describe.skipIf(missing)(`an account of moto's${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let moto: Moto;
  let proxy: AwsProxy;
  let made: BuiltAccount;
  let described: Awaited<ReturnType<typeof describeAccount>>;
  let observed: Observed;
  let left: string[];
  beforeAll(async () => {
    moto = await startMoto();
    made = await buildAccount(moto.endpoint);
    described = await describeAccount(moto.endpoint);
    proxy = await startAwsProxy(moto.endpoint);
    const { source, remove, ...listing } = await sourceAt(proxy.endpoint);
    observed = await observe(source);
    left = await listing.left();
    await remove();
  });
  afterAll(async () => {
    await proxy.stop();
    await moto.stop();
  });

  test('is listed whole: every type that describe calls tell of, and every resource', () => {
    const failed = [...observed.ends.values()].filter(({ error }) => error !== undefined);
    expect(failed).toEqual([]);
    for (const [type, resources] of Object.entries(described)) {
      const listed = [...observed.items.values()].filter(({ resourceType }) => resourceType === type);
      expect(listed.map(({ resourceId }) => resourceId).sort(), type).toEqual(Object.keys(resources).sort());
    }
    expect(left).toEqual([]);
  });

  test('is recorded as the describe calls tell it, field by field', () => {
    let compared = 0;
    for (const [type, resources] of Object.entries(described)) {
      for (const [id, resource] of Object.entries(resources)) {
        const recorded = fieldsOf(observed.item(type, id).configuration);
        const described = fieldsOf(inForm(type, resource));
        expect(recorded, `${type} ${id}`).toEqual(described);
        compared += Object.keys(described).length;
      }
    }
    expect(compared).toBeGreaterThan(5_000);
  });

  test('has names, ARNs, zones, times and tags where AWS Config has them', () => {
    const { vpcs } = made.network;
    const { instance, subnet } = made.compute.instances[0] ?? { instance: '', subnet: '' };
    const server = observed.item('AWS::EC2::Instance', instance);
    expect(server).toMatchObject({
      ARN: `arn:aws:ec2:us-west-2:123456789012:instance/${instance}`,
      awsRegion: 'us-west-2',
      availabilityZone: 'us-west-2a',
      tags: { Name: 'server', Team: 'platform' },
    });
    expect(server.resourceCreationTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(server).not.toHaveProperty('resourceName');
    expect(observed.item('AWS::EC2::Subnet', subnet).tags).toEqual({ Name: 'net-1-a', Team: 'platform' });
    expect(observed.item('AWS::EC2::VPC', vpcs[0]?.vpc ?? '').availabilityZone).toBe('Multiple Availability Zones');
    expect(observed.item('AWS::EC2::SecurityGroup', vpcs[0]?.groups[0] ?? '').resourceName).toBe('web');
    expect(observed.item('AWS::RDS::DBSubnetGroup', 'databases').tags).toMatchObject({ Name: 'databases' });
    expect(observed.item('AWS::ElasticLoadBalancingV2::LoadBalancer', made.balancing.loadBalancer)).toMatchObject({
      resourceName: 'shop',
      tags: { Name: 'shop' },
    });
  });

  test('has ranges of a security group in both of the forms that AWS Config has them in', () => {
    const group = observed.item('AWS::EC2::SecurityGroup', made.network.vpcs[0]?.groups[0] ?? '');
    expect(group.configuration).toMatchObject({
      ipPermissions: [
        {
          ipRanges: ['10.0.0.0/8', '192.0.2.0/24'],
          ipv4Ranges: [{ cidrIp: '10.0.0.0/8', description: 'inside' }, { cidrIp: '192.0.2.0/24' }],
          ipv6Ranges: [{ cidrIpv6: '2001:db8::/32' }],
        },
        { ipProtocol: '-1', ipRanges: [], ipv4Ranges: [] },
      ],
    });
  });

  test('spells fields as AWS Config spells them for each type', () => {
    const fields = (type: string, id: string) => Object.keys(observed.item(type, id).configuration ?? {});
    const { databases, balancing, compute, network } = made;
    expect(fields('AWS::RDS::DBInstance', databases.instance)).toContain('dBInstanceIdentifier');
    expect(fields('AWS::RDS::DBCluster', databases.cluster)).toContain('dbclusterIdentifier');
    expect(fields('AWS::ElasticLoadBalancing::LoadBalancer', balancing.classic)).toContain('dnsname');
    expect(fields('AWS::ElasticLoadBalancingV2::LoadBalancer', balancing.loadBalancer)).toContain('dNSName');
    expect(fields('AWS::ElasticLoadBalancingV2::Listener', balancing.listener)).toContain('DefaultActions');
    expect(fields('AWS::EC2::LaunchTemplate', compute.launchTemplate)).toContain('LaunchTemplateData');
    expect(fields('AWS::EC2::TransitGateway', String(network.transitGateway))).toContain('AmazonSideAsn');
  });

  test('holds no keys and no user data of templates', () => {
    const text = JSON.stringify([...observed.items.values()]);
    expect(
      described['AWS::EC2::VPNConnection']?.[String(made.network.vpnConnection)]?.CustomerGatewayConfiguration,
    ).toMatch(/<pre_shared_key>[^*<]+</);
    expect(text).toContain('<pre_shared_key>****<');
    expect(text).not.toMatch(/<pre_shared_key>[^*]/);
    expect(text).not.toContain('c2VjcmV0');
    expect(text).not.toContain('pass-word-1');
  });

  test('shows at an instance its volumes, network interface, security groups, subnet and VPC, and at those the instance', () => {
    const { instance, volume, subnet, vpc } = made.compute.instances[0] ?? fail();
    const { relationships } = observed.item('AWS::EC2::Instance', instance);
    const names = relationships.map(({ resourceType, name }) => `${name}: ${resourceType}`).sort();
    expect(names).toEqual([
      'Contains NetworkInterface: AWS::EC2::NetworkInterface',
      'Is associated with SecurityGroup: AWS::EC2::SecurityGroup',
      'Is associated with SecurityGroup: AWS::EC2::SecurityGroup',
      'Is attached to ElasticIp: AWS::EC2::EIP',
      'Is attached to Volume: AWS::EC2::Volume',
      'Is attached to Volume: AWS::EC2::Volume',
      'Is contained in Subnet: AWS::EC2::Subnet',
      'Is contained in Vpc: AWS::EC2::VPC',
    ]);
    const back = { resourceId: instance, resourceType: 'AWS::EC2::Instance' };
    const seenAt = (type: string, id: string) => observed.item(type, id).relationships;
    expect(seenAt('AWS::EC2::Volume', volume)).toEqual([{ ...back, name: 'Is attached to Instance' }]);
    expect(seenAt('AWS::EC2::Subnet', subnet)).toContainEqual({ ...back, name: 'Contains Instance' });
    expect(seenAt('AWS::EC2::VPC', vpc)).toContainEqual({ ...back, name: 'Contains Instance' });
    for (const { resourceType, resourceId = '' } of relationships) {
      expect(seenAt(resourceType, resourceId)).toContainEqual(expect.objectContaining(back));
    }
  });

  test('has no relationship but those that AWS Config draws, each at a resource only once', () => {
    for (const { resourceType, resourceId, relationships } of observed.items.values()) {
      for (const relationship of relationships) {
        expect(relationship.name).toBe(relationshipName(resourceType, relationship.resourceType));
      }
      const texts = relationships.map((relationship) => JSON.stringify(relationship));
      expect(new Set(texts).size, `${resourceType} ${resourceId}`).toBe(texts.length);
    }
  });

  test('becomes a graph that shows an instance amid its volumes, interface, address, groups, subnet and VPC', () => {
    const items = [...observed.items.values()];
    const graph = buildGraph(
      items.map(({ tags, ...item }, index) => ({
        ...item,
        accountId: '123456789012',
        region: item.awsRegion,
        index,
        nameTag: tags.Name,
      })),
    );
    const { instance, volume, subnet, vpc } = made.compute.instances[0] ?? fail();
    const node = findNode(graph, resourceKey({ resourceType: 'AWS::EC2::Instance', resourceId: instance })) ?? -1;
    const near = neighbourhood(graph, [node], { hops: 1, limit: 100 });
    const ids = near.map((one) => graph.identities[one]?.resourceId);
    expect(ids).toHaveLength(9);
    const { groups = [] } = made.network.vpcs[0] ?? {};
    expect(ids).toEqual(expect.arrayContaining([instance, volume, subnet, vpc, made.compute.address, ...groups]));
    // Every end of an edge is a resource that was listed: moto's account holds nothing that is shared with it.
    const unlisted = graph.identities.filter((_, index) => graph.itemIndex[index] === -1);
    expect(unlisted).toEqual([]);
  });
});

/** What AWS Config holds otherwise than the describe call answers it. */
function inForm(type: string, { ...resource }: Record<string, unknown>): unknown {
  if (type.startsWith('AWS::RDS::')) {
    for (const name of ['LatestRestorableTime', 'EarliestRestorableTime']) delete resource[name];
  }
  if (type === 'AWS::EC2::VPNConnection') {
    const xml = String(resource.CustomerGatewayConfiguration);
    resource.CustomerGatewayConfiguration = xml.replace(/(<pre_shared_key>)[^<]*/g, '$1****');
  }
  if (type === 'AWS::EC2::SecurityGroup') {
    for (const name of ['IpPermissions', 'IpPermissionsEgress']) resource[name] = inBothForms(resource[name]);
  }
  if (type === 'AWS::EC2::TransitGateway') {
    const { TransitGatewayId: Id, Description, Options, Tags } = resource;
    return { Id, Description, ...(Options as object), Tags };
  }
  if (type === 'AWS::EC2::LaunchTemplate') {
    const { LaunchTemplateId: Id, LaunchTemplateName, LatestVersionNumber, DefaultVersionNumber } = resource;
    const versions = { LatestVersionNumber: `${LatestVersionNumber}`, DefaultVersionNumber: `${DefaultVersionNumber}` };
    return { Id, LaunchTemplateName, ...versions, LaunchTemplateData: resource.Latest as object };
  }
  return resource;
}

function inBothForms(permissions: unknown): unknown {
  return (permissions as { IpRanges: { CidrIp: string }[] }[]).map((permission) => ({
    ...permission,
    Ipv4Ranges: permission.IpRanges,
    IpRanges: permission.IpRanges.map(({ CidrIp }) => CidrIp),
  }));
}

function fail(): never {
  throw new Error('the account has no instance');
}
