import { expect } from '@playwright/test';
import type { RecorderView } from '@/lib/api/contract/recorder';
import { accountMissing, type BuiltAccount, buildAccount, change } from './emulators/account/account';
import { type AwsProxy, startAwsProxy } from './emulators/aws-proxy';
import { type Moto, startMoto } from './emulators/moto';
import { checkA11y } from './fixtures/accessibility';
import { takePictures } from './fixtures/pictures';
import { readingTest as test } from './fixtures/test';

test.describe('recording an AWS account', () => {
  const missing = accountMissing();
  test.skip(missing !== undefined, missing);
  let moto: Moto;
  let proxy: AwsProxy;
  let made: BuiltAccount;
  test.beforeAll(async () => {
    moto = await startMoto();
    made = await buildAccount(moto.endpoint);
    proxy = await startAwsProxy(moto.endpoint);
  });
  test.afterAll(async () => {
    // Nothing was started where the peers are missing.
    await proxy?.stop();
    await moto?.stop();
  });

  test('records what its APIs tell, then what changes, and what fails type by type', async ({ page, startServer }) => {
    const server = await startServer({
      ...settings,
      AWS_ENDPOINT_URL: proxy.endpoint,
    });
    const { view, source, discover } = recorderOf(server.url);
    await expect.poll(async () => (await source())?.lastStatus, { timeout: 120_000 }).toBe('SUCCESS');

    const { instance, volume: volumeOf } = made.compute.instances[0] ?? { instance: '', volume: '' };
    await page.goto(
      `${server.url}/resources/item?${new URLSearchParams({ type: 'AWS::EC2::Instance', id: instance })}`,
    );
    await expect(page.getByRole('heading', { level: 1 })).toContainText(instance);
    await expect(page.getByRole('main')).toContainText(volumeOf);

    const before = (await view()).resourceCount;
    const volume = { AvailabilityZone: 'us-west-2a', Size: 1 };
    await change(moto.endpoint, ['ec2', 'create_volume', volume]);
    proxy.disturb(({ service }) =>
      service === 'rds' ? { status: 403, code: 'AccessDenied', message: 'User: x is not authorized' } : undefined,
    );
    await discover();
    expect((await view()).resourceCount).toBe(before + 1);
    const failed = (await source())?.listings.filter(({ lastStatus }) => lastStatus === 'FAILURE');
    expect(failed?.map(({ listing, missingPermission }) => `${listing}: ${missingPermission}`)).toEqual([
      'AWS::RDS::DBCluster: rds:DescribeDBClusters',
      'AWS::RDS::DBInstance: rds:DescribeDBInstances',
      'AWS::RDS::DBSnapshot: rds:DescribeDBSnapshots, rds:DescribeDBSnapshotAttributes',
      'AWS::RDS::DBSubnetGroup: rds:DescribeDBSubnetGroups, rds:ListTagsForResource',
      'AWS::RDS::OptionGroup: rds:DescribeOptionGroups, rds:ListTagsForResource',
    ]);

    await page.goto(`${server.url}/discovery`);
    await expect(page.getByText('Permissions are missing')).toBeVisible();
    const table = page.getByRole('table', { name: 'Types of source aws' });
    const instances = table.getByRole('row', { name: /AWS::RDS::DBInstance/ });
    await expect(instances).toContainText('Failed');
    await expect(instances).toContainText('AccessDenied');
    await expect(instances).toContainText('Allow rds:DescribeDBInstances');
    await expect(table.getByRole('row', { name: /AWS::EC2::Volume/ })).toContainText('Read');
    await takePictures(page, 'discovery-denied');
    await checkA11y(page);
  });

  test('tells what a service did that throttled, answered 500 or not at all, and deletes nothing', async ({
    page,
    startServer,
  }) => {
    // A call that nobody answers is waited for four times.
    test.slow();
    proxy.disturb(() => undefined);
    const server = await startServer({
      ...settings,
      AWS_ENDPOINT_URL: proxy.endpoint,
      SNAPSCOPE_AWS_TIMEOUT: '5s',
    });
    const { view, source, discover } = recorderOf(server.url);
    await expect.poll(async () => (await source())?.lastStatus, { timeout: 120_000 }).toBe('SUCCESS');
    const before = (await view()).resourceCount;

    let throttled = 0;
    proxy.disturb(({ service, operation }) => {
      if (service === 'rds') return { status: 500, code: 'InternalFailure', message: 'An internal error occurred.' };
      if (service === 'autoscaling' && operation === 'DescribePolicies') return 'hang';
      if (operation !== 'DescribeVolumes' || throttled === 5) return undefined;
      throttled += 1;
      return { status: 503, code: 'RequestLimitExceeded', message: 'Request limit exceeded.' };
    });
    await discover();
    expect(throttled).toBe(5);
    expect((await view()).resourceCount).toBe(before);

    await page.goto(`${server.url}/discovery`);
    const table = page.getByRole('table', { name: 'Types of source aws' });
    const row = (type: string) => table.getByRole('row', { name: new RegExp(`^${type} `) });
    const instances = row('AWS::RDS::DBInstance');
    await expect(instances).toContainText('Failed');
    await expect(instances).toContainText('InternalFailure An internal error occurred.');
    await expect(instances).toContainText('Last read whole');
    const policies = row('AWS::AutoScaling::ScalingPolicy');
    await expect(policies).toContainText('Failed');
    await expect(policies).toContainText('TimeoutError');
    await expect(policies).toContainText('5000 ms');
    await expect(row('AWS::EC2::Volume')).toContainText('Read');
    await expect(page.getByText(/6 failed in the last reading/)).toBeVisible();
    await takePictures(page, 'discovery-failed');
    await checkA11y(page);

    // What could not be read is there as before, and is read again once its service answers.
    await page.goto(`${server.url}/resources?${new URLSearchParams({ types: 'AWS::RDS::DBInstance' })}`);
    await expect(page.getByRole('main')).toContainText(made.databases.instance);
    proxy.disturb(() => undefined);
    await discover();
    expect((await source())?.listings.filter(({ lastStatus }) => lastStatus !== 'SUCCESS')).toEqual([]);
    expect((await view()).resourceCount).toBe(before);
  });
});

const settings = {
  SNAPSCOPE_SOURCES: 'aws',
  SNAPSCOPE_DISCOVERY_INTERVAL: 'off',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
};

/** The recorder of a server, as its page asks for it. */
function recorderOf(url: string) {
  const view = async () => (await (await fetch(`${url}/api/recorder`)).json()) as RecorderView;
  const source = async () => (await view()).sources.find(({ name }) => name === 'aws');
  const discover = async () => {
    const { lastAttemptTime } = (await source()) ?? {};
    const headers = { 'content-type': 'application/json' };
    const { ok } = await fetch(`${url}/api/recorder/discoveries`, { method: 'POST', headers, body: '{}' });
    expect(ok).toBe(true);
    await expect.poll(async () => (await source())?.lastAttemptTime, { timeout: 120_000 }).not.toBe(lastAttemptTime);
    await expect.poll(async () => (await view()).cycle.runningSince, { timeout: 120_000 }).toBeUndefined();
  };
  return { view, source, discover };
}
