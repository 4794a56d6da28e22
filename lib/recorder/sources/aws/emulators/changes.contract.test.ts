import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountMissing, type BuiltAccount, buildAccount, change } from '../../../../../e2e/emulators/account/account';
import { type AwsProxy, startAwsProxy } from '../../../../../e2e/emulators/aws-proxy';
import { type Moto, startMoto } from '../../../../../e2e/emulators/moto';
import { startTestDatabase } from '../../../../database/test-database';
import { sourceAt } from '../test-source';
import { type Recording, recordingOf } from './test-recorder';

const missing = accountMissing();

describe.skipIf(missing)(`changes made through boto3${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let moto: Moto;
  let proxy: AwsProxy;
  let server: Awaited<ReturnType<typeof startTestDatabase>>;
  let listing: Awaited<ReturnType<typeof sourceAt>>;
  let made: BuiltAccount;
  let recording: Recording;
  beforeAll(async () => {
    [moto, server] = await Promise.all([startMoto(), startTestDatabase()]);
    made = await buildAccount(moto.endpoint);
    proxy = await startAwsProxy(moto.endpoint);
    listing = await sourceAt(proxy.endpoint);
    recording = await recordingOf(server.database, listing.source);
    await recording.discover();
  });
  afterAll(async () => {
    await listing.remove();
    await proxy.stop();
    await Promise.all([moto.stop(), server.stop()]);
  });

  const instance = (number: number) => made.compute.instances[number] ?? fail();
  const ok = (type: string, ...ids: string[]) => ids.map((id) => `AWS::EC2::${type} ${id} OK`);

  test('an account that nobody changed is not recorded again', async () => {
    expect(await recording.discover()).toEqual([]);
  });

  test('a tag changes its resource and no other', async () => {
    const { instance: id } = instance(0);
    await change(moto.endpoint, ['ec2', 'create_tags', { Resources: [id], Tags: [{ Key: 'Stage', Value: 'prod' }] }]);
    expect(await recording.discover()).toEqual(ok('Instance', id));
  });

  test('a volume that is made and attached is discovered, and changes its instance', async () => {
    const { instance: id } = instance(1);
    const [volume] = (await change(moto.endpoint, [
      'ec2',
      'create_volume',
      { AvailabilityZone: 'us-west-2a', Size: 1 },
    ])) as [{ VolumeId: string }];
    const attachment = { VolumeId: volume.VolumeId, InstanceId: id, Device: '/dev/sdg' };
    await change(moto.endpoint, ['ec2', 'attach_volume', attachment]);
    expect(await recording.discover()).toEqual([
      ...ok('Instance', id),
      `AWS::EC2::Volume ${volume.VolumeId} ResourceDiscovered`,
    ]);
  });

  test('stopping changes the instance alone', async () => {
    const { instance: id } = instance(2);
    await change(moto.endpoint, ['ec2', 'stop_instances', { InstanceIds: [id] }]);
    expect(await recording.discover()).toEqual(ok('Instance', id));
  });

  test('terminating deletes the instance and what goes with it, and changes what it was related to', async () => {
    const { instance: id, subnet, vpc, volume } = instance(3);
    const { groups } = made.network.vpcs[0] ?? fail();
    const { related } = await recording.inventory.resource({ resourceType: 'AWS::EC2::Instance', resourceId: id });
    const volumes = related.filter(({ resourceType }) => resourceType === 'AWS::EC2::Volume');
    const root = volumes.find(({ resourceId }) => resourceId !== volume)?.resourceId;
    await change(moto.endpoint, ['ec2', 'terminate_instances', { InstanceIds: [id] }]);
    expect(await recording.discover()).toEqual(
      [
        `AWS::EC2::Instance ${id} ResourceDeleted`,
        `AWS::EC2::Volume ${root} ResourceDeleted`,
        ...ok('SecurityGroup', ...groups),
        ...ok('Subnet', subnet),
        ...ok('VPC', vpc),
        ...ok('Volume', volume),
      ].sort(),
    );
  });

  test('a rule of a security group changes the group alone', async () => {
    const group = made.network.vpcs[1]?.groups[0] ?? fail();
    const rule = { GroupId: group, IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '198.51.100.0/24' };
    await change(moto.endpoint, ['ec2', 'authorize_security_group_ingress', rule]);
    expect(await recording.discover()).toEqual(ok('SecurityGroup', group));
  });

  test('a load balancer that is deleted takes its listener with it', async () => {
    const { loadBalancer, listener } = made.balancing;
    await change(moto.endpoint, ['elbv2', 'delete_load_balancer', { LoadBalancerArn: loadBalancer }]);
    expect(await recording.discover()).toEqual([
      `AWS::ElasticLoadBalancingV2::Listener ${listener} ResourceDeleted`,
      `AWS::ElasticLoadBalancingV2::LoadBalancer ${loadBalancer} ResourceDeleted`,
    ]);
  });
});

function fail(): never {
  throw new Error('the built account lacks it');
}
