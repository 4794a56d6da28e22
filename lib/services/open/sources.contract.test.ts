import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDatabase } from '../../database/test-database';
import { InventoryReader } from '../../inventory/reader';
import { silentLog } from '../../log/log';
import { createRecorder } from '../../recorder/recorder';
import { openSources } from './sources';

const ownAccount = '111122223333';
const regions = ['us-east-1', 'eu-west-1'] as const;

let server: Awaited<ReturnType<typeof startTestDatabase>>;
let folder: string;
beforeAll(async () => {
  server = await startTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'sources-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** A function and its log group, of the same ids in every account and Region. */
const itemsOf = (awsAccountId: string, awsRegion: string) => {
  const item = (resourceType: string, resourceId: string, relationships: object[] = []) => ({
    resourceType,
    resourceId,
    awsAccountId,
    awsRegion,
    relationships,
    configuration: { of: `${awsAccountId} ${awsRegion}` },
  });
  const logs = { resourceType: 'AWS::Logs::LogGroup', resourceId: '/aws/lambda/f', name: 'Is associated with ' };
  return [item('AWS::Lambda::Function', 'f', [logs]), item('AWS::Logs::LogGroup', '/aws/lambda/f')];
};

async function record(region: string, path: string, accountId = ownAccount): Promise<InventoryReader> {
  const settings = { accountId, regions: [...regions] as [string, ...string[]], dataFolder: folder };
  const sources = await openSources({ ...settings, sources: [{ kind: 'file', path }] });
  const scope = { accountId, region };
  const recorder = createRecorder({
    database: server.database,
    clock: () => new Date('2026-11-22T08:31:54.000Z'),
    scope,
    sources: sources.get(region) ?? [],
    log: silentLog,
  });
  await recorder.put({
    name: 'default',
    recordingGroup: { allSupported: true },
    recordingMode: { recordingFrequency: 'CONTINUOUS' },
  });
  if (!(await recorder.find())?.recording) await recorder.start();
  expect(await recorder.discover()).toEqual({ failed: [] });
  return new InventoryReader(server.database, scope);
}

test('each Region that is recorded has its own resources of one file, whatever other accounts and Regions stand in it', async () => {
  const path = join(folder, 'several.json');
  const foreign = itemsOf('444455556666', 'us-east-1');
  const items = [...foreign, ...regions.flatMap((region) => itemsOf(ownAccount, region))];
  await writeFile(path, JSON.stringify({ fileVersion: '1.0', configSnapshotId: 'x', configurationItems: items }));
  for (const region of regions) {
    const inventory = await record(region, path);
    expect(await inventory.countDiscovered([])).toEqual(
      expect.arrayContaining([
        { resourceType: 'AWS::Lambda::Function', count: 1 },
        { resourceType: 'AWS::Logs::LogGroup', count: 1 },
      ]),
    );
    const found = await inventory.resource({ resourceType: 'AWS::Lambda::Function', resourceId: 'f' });
    expect(JSON.parse(found.json)).toMatchObject({
      awsAccountId: ownAccount,
      awsRegion: region,
      configuration: { of: `${ownAccount} ${region}` },
    });
    expect(found.related).toMatchObject([{ resourceId: '/aws/lambda/f', resourceType: 'AWS::Logs::LogGroup' }]);
  }
});

test('types of any form are recorded, found in any case, and told as gone', async () => {
  const region = regions[0];
  const accountId = '222233334444';
  const path = join(folder, 'types.json');
  const resources = [
    ['Azure::Compute/virtualMachines', 'vm'],
    ['Microsoft.Compute/virtualMachines', 'vm'],
    // Written one after the other these two would be one.
    ['Microsoft.Compute', 'virtualmachines/vm'],
    ['GCP::Compute::Instance', 'vm'],
    ['MyCompany::Thing', 'vm'],
    ['aws::ec2::instance', 'vm'],
    ['constructor', '__proto__'],
  ].map(([resourceType = '', resourceId = '']) => ({ resourceType, resourceId }));
  await writeFile(
    path,
    JSON.stringify(resources.map((one) => ({ ...one, awsRegion: region, configuration: { a: 1 } }))),
  );
  const inventory = await record(region, path, accountId);
  for (const { resourceType, resourceId } of resources) {
    const asked = { resourceType: resourceType.toUpperCase(), resourceId };
    expect((await inventory.resource(asked)).row).toMatchObject({ resourceType, resourceId });
    expect(await inventory.listDiscovered({ ...asked, deletedToo: false }, { limit: 10 })).toMatchObject([
      { resourceType, resourceId },
    ]);
    expect(await inventory.current([asked])).toMatchObject([{ resourceType, resourceId }]);
  }
  await writeFile(path, JSON.stringify(resources.slice(1).map((one) => ({ ...one, awsRegion: region }))));
  await record(region, path, accountId);
  expect(await inventory.current(resources.slice(0, 1))).toEqual([]);
  expect(await inventory.current(resources.slice(1))).toHaveLength(resources.length - 1);
});
