import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  attemptsView,
  attemptView,
  channelTestView,
  deliveryRegionsView,
  verificationView,
} from '@/lib/api/contract/delivery';
import { getServices } from '@/lib/services/lifecycle';
import { POST as perform } from '../operations/[operation]/route';
import { GET as getAttempt } from './attempts/[id]/route';
import { POST as verify } from './attempts/[id]/verification/route';
import { GET as getAttempts } from './attempts/route';
import { POST as tryChannel } from './channel/test/route';
import { GET as getRegions } from './regions/route';
import { POST as deliver } from './snapshots/route';

// The routes on a whole Snapscope with the sample account, its folder and its own PostgreSQL.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snapscope-routes-'));
  vi.stubEnv('SNAPSCOPE_DATA_DIR', folder);
  await getServices();
});
afterAll(async () => {
  await (await getServices()).close();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const url = 'http://127.0.0.1/api';
const sent = (method: string, body: unknown = {}) =>
  new Request(url, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
const place = (id: string) => ({ params: Promise.resolve({ id }) });
const errorOf = async (answer: Promise<Response>) => {
  const response = await answer;
  return { status: response.status, code: (await response.json()).error.code };
};

const whole = {
  name: 'default',
  s3BucketName: 'config-bucket-123456789012',
  s3KeyPrefix: 'audit',
  deliveryFrequency: 'Six_Hours',
};

test('a channel is tried step by step without being saved', async () => {
  const tried = async (channel: object) =>
    channelTestView.parse(await (await tryChannel(sent('POST', channel))).json());
  const before = await (await getServices()).delivery.findChannel();
  const absent = await tried({ ...whole, s3BucketName: 'not-there' });
  expect(absent.passed).toBe(false);
  expect(absent.steps.map(({ step, status }) => `${step} ${status}`)).toEqual([
    'exists failed',
    'list skipped',
    'write skipped',
    'encrypt skipped',
    'read skipped',
    'clean-up skipped',
  ]);
  expect(absent.steps[0]).toMatchObject({ code: 'NoSuchBucket', remedy: expect.stringContaining('not-there') });
  expect((await tried(whole)).passed).toBe(true);
  expect(await errorOf(tryChannel(sent('POST', { ...whole, deliveryFrequency: 'Daily' })))).toEqual({
    status: 400,
    code: 'InvalidRequest',
  });
  expect(await (await getServices()).delivery.findChannel()).toEqual(before);
});

test('the time of the next snapshot is there as soon as a form has put a frequency', async () => {
  const next = async () =>
    (await (await getServices()).delivery.view()).formats.configSnapshotDeliveryInfo.nextDeliveryTime;
  const put = async (configSnapshotDeliveryProperties?: object) => {
    const { deliveryFrequency: _, ...channel } = whole;
    const input = { DeliveryChannel: { ...channel, configSnapshotDeliveryProperties } };
    const operation = { params: Promise.resolve({ operation: 'PutDeliveryChannel' }) };
    expect((await perform(sent('POST', input), operation)).status).toBe(200);
  };
  expect(await next()).toBeUndefined();
  await put({ deliveryFrequency: 'Six_Hours' });
  expect(await next()).toBeDefined();
  await put();
  expect(await next()).toBeUndefined();
});

test('a delivery is in the record, and can be verified', async () => {
  const { configSnapshotId } = await (await deliver(sent('POST', { deliveryChannelName: 'default' }))).json();
  await vi.waitFor(async () => expect((await (await getServices()).delivery.view()).running).toBeNull(), {
    timeout: 60_000,
  });
  const page = attemptsView.parse(
    await (await getAttempts(new Request(`${url}?kind=snapshot&status=delivered`))).json(),
  );
  expect(page.attempts).toMatchObject([{ configSnapshotId, trigger: 'button', kind: 'snapshot' }]);
  const one = attemptView.parse(await (await getAttempt(new Request(url), place(configSnapshotId))).json());
  expect(one.objects).toMatchObject([{ key: one.attempt.key, itemCount: one.attempt.itemsWritten }]);
  const verified = verificationView.parse(await (await verify(sent('POST'), place(configSnapshotId))).json());
  expect(verified).toMatchObject({ configSnapshotId, outcome: 'same' });
  expect(page.regions).toEqual([one.attempt.region]);
  const elsewhere = await (await getAttempts(new Request(`${url}?region=sa-east-1`))).json();
  expect(attemptsView.parse(elsewhere).attempts).toEqual([]);
  const { regions } = deliveryRegionsView.parse(await (await getRegions(new Request(url))).json());
  expect(regions).toMatchObject([
    {
      region: one.attempt.region,
      channelName: 'default',
      formats: { configSnapshotDeliveryInfo: { lastStatus: 'SUCCESS' } },
    },
  ]);
  expect(await errorOf(getAttempt(new Request(url), place('x')))).toEqual({ status: 404, code: 'NoSuchDelivery' });
  expect(await errorOf(getAttempts(new Request(`${url}?limit=0`)))).toEqual({ status: 400, code: 'InvalidRequest' });
});
