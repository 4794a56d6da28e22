import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startTestDatabase } from '../database/test-database';
import { makeTestAccount, startTestProcess, type TestAccount, testBucket } from './test-delivery';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
let account: TestAccount;
let accounts = 100;

beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.stop());
beforeEach(async () => {
  accounts += 1;
  const start = new Date('2026-11-22T08:31:54.000Z');
  const made = await makeTestAccount(server.database, String(accounts).padStart(12, '0'), start);
  account = made.account;
  return made.remove;
});

const channel = (deliveryFrequency?: string) => ({ name: 'default', s3BucketName: testBucket, deliveryFrequency });

test('three days of a clock, with a change of frequency, a pause and jumps, give exactly these deliveries', async () => {
  const process = startTestProcess(account);
  await process.putChannel(channel('Six_Hours'));
  const moments: [at: string, what: () => unknown][] = [
    // In the middle of a period: the one before counts, so the next is three hours after it.
    ['2026-11-23T04:00', () => process.putChannel(channel('Three_Hours'))],
    ['2026-11-23T13:00', () => (account.recording = 'stopped')],
    ['2026-11-23T23:10', () => (account.recording = 'running')],
    // Twelve hours forth and five back.
    ['2026-11-24T04:00', () => (account.now = new Date('2026-11-24T16:00:00Z'))],
    ['2026-11-24T20:00', () => (account.now = new Date('2026-11-24T15:00:00Z'))],
    ['2026-11-25T00:45', () => process.putChannel(channel())],
    ['2026-11-25T04:45', () => process.putChannel(channel('One_Hour'))],
  ];
  const end = new Date('2026-11-25T08:31:54Z');
  while (account.now < end) {
    const [next] = moments;
    if (next && account.now >= new Date(`${next[0]}:00Z`)) {
      moments.shift();
      await next[1]();
    }
    await process.tick();
    account.now = new Date(account.now.getTime() + 5 * 60_000);
  }
  const delivered = (await process.attempts()).reverse();
  expect(delivered.every(({ phase, trigger }) => phase === 'delivered' && trigger === 'schedule')).toBe(true);
  expect(delivered.map(({ requestedAt }) => requestedAt.toISOString().slice(5, 16))).toEqual([
    '11-22T14:31',
    '11-22T20:31',
    '11-23T02:31',
    '11-23T05:31',
    '11-23T08:31',
    '11-23T11:31',
    '11-23T23:11',
    '11-23T23:31',
    '11-24T02:31',
    '11-24T16:00',
    '11-24T17:35',
    '11-24T18:00',
    '11-24T21:00',
    '11-25T00:00',
    '11-25T05:45',
    '11-25T06:45',
    '11-25T07:45',
  ]);
});

test('the time of the next delivery is told as soon as a frequency is set, changed, or taken away', async () => {
  const process = startTestProcess(account);
  const next = async () => (await process.formatStatus('default')).snapshot.nextDeliveryTime?.toISOString();
  await process.putChannel(channel());
  expect(await next()).toBeUndefined();
  await process.putChannel(channel('Twelve_Hours'));
  expect(await next()).toBe('2026-11-22T20:31:54.000Z');
  account.now = new Date('2026-11-22T09:00:00Z');
  await process.putChannel(channel('Three_Hours'));
  expect(await next()).toBe('2026-11-22T11:31:54.000Z');
  await process.putChannel(channel());
  expect(await next()).toBeUndefined();
});

test('of several processes on one database one delivers, and each thing that is due once', async () => {
  const processes = Array.from({ length: 4 }, () => startTestProcess(account));
  await processes[0]?.putChannel(channel('One_Hour'));
  for (let hour = 1; hour <= 5; hour++) {
    account.now = new Date(account.now.getTime() + 3_600_000);
    await Promise.all(processes.map((process) => process.tick()));
  }
  const delivered = await processes[0]?.attempts();
  expect(delivered).toHaveLength(5);
  expect(new Set(delivered?.map(({ requestedAt }) => requestedAt.getTime())).size).toBe(5);
});

test('what is due while somebody delivers by hand comes right after it', async () => {
  const process = startTestProcess(account);
  await process.putChannel(channel('One_Hour'));
  account.items = ['{}'];
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const { store } = account;
  account.store = { ...store, put: async (...args) => gate.then(() => store.put(...args)) };
  await process.deliver('default', 'button');
  account.now = new Date(account.now.getTime() + 3_600_000);
  const busy = process.tick();
  await vi.waitFor(async () => expect(await process.attempts()).toHaveLength(1), { timeout: 30_000 });
  open();
  await busy;
  await process.tick();
  expect((await process.attempts()).map(({ trigger, phase }) => [trigger, phase])).toEqual([
    ['schedule', 'delivered'],
    ['button', 'delivered'],
  ]);
});
