import { ConfigServiceClient, DescribeDeliveryChannelsCommand } from '@aws-sdk/client-config-service';
import { beforeAll, describe, expect, test } from 'vitest';
import type { WireRequest } from './protocol';
import { authenticate } from './signature';

const key = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  accountId: '210987654321',
};
const access = { keys: [key], defaultAccountId: '123456789012', loopbackOnly: false };
const signedAt = new Date('2026-11-22T08:31:54Z');

type SentRequest = { method: string; path: string; headers: Record<string, string>; body: Uint8Array };

/** A request as the AWS SDK really signs it, taken off before it is sent. */
async function signedBySdk(endpoint: string): Promise<{ request: WireRequest; body: Uint8Array }> {
  let taken: { request: WireRequest; body: Uint8Array } | undefined;
  const client = new ConfigServiceClient({
    region: 'eu-central-1',
    endpoint,
    credentials: key,
    systemClockOffset: signedAt.getTime() - Date.now(),
    requestHandler: {
      handle: async ({ method, path, headers, body }: SentRequest) => {
        taken = { request: { method, path, query: '', headers, body: null }, body: Buffer.from(body) };
        throw new Error('not sent');
      },
    },
    maxAttempts: 1,
  });
  await client.send(new DescribeDeliveryChannelsCommand({})).catch(() => undefined);
  if (!taken) throw new Error('The SDK made no request');
  return taken;
}

describe('a signature', () => {
  let signed: { request: WireRequest; body: Uint8Array };
  let stamp: Date;
  beforeAll(async () => {
    signed = await signedBySdk('http://127.0.0.1:3000');
    const date = signed.request.headers['x-amz-date'] ?? '';
    stamp = new Date(date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  });
  const check = (change: Partial<WireRequest> = {}, body = signed.body, now = stamp) =>
    authenticate({ ...signed.request, ...change }, body, access, now);
  const withHeader = (name: string, value: string | undefined) => ({
    headers: { ...signed.request.headers, [name]: value },
  });

  test('of the AWS SDK is accepted and tells the account of its key and the region of its scope', async () => {
    expect(await check()).toEqual({ accountId: '210987654321', region: 'eu-central-1' });
  });

  test('holds for a path below the root as well', async () => {
    const { request, body } = await signedBySdk('http://127.0.0.1:3000/wire');
    expect(request.path).toMatch(/^\/wire/);
    expect(await authenticate(request, body, access, stamp)).toMatchObject({ region: 'eu-central-1' });
  });

  test.each([
    ['another body', {}, Buffer.from('{"a":1}')],
    ['another path', { path: '/elsewhere' }, undefined],
    ['another query', { query: 'a=1' }, undefined],
    ['another method', { method: 'PUT' }, undefined],
  ])('does not hold for %s', async (_, change, body) => {
    await expect(check(change, body)).rejects.toMatchObject({ code: 'SignatureDoesNotMatch', status: 403 });
  });

  test('does not hold for another target, nor for an X-Amz header that it does not cover', async () => {
    const target = 'StarlingDoveService.DeleteDeliveryChannel';
    await expect(check(withHeader('x-amz-target', target))).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
    await expect(check(withHeader('x-amz-other', '1'))).rejects.toThrow("'x-amz-other' must be a 'SignedHeader'");
  });

  test('holds for five minutes either way', async () => {
    const later = (seconds: number) => new Date(stamp.getTime() + seconds * 1000);
    await expect(check({}, signed.body, later(299))).resolves.toBeDefined();
    await expect(check({}, signed.body, later(-299))).resolves.toBeDefined();
    await expect(check({}, signed.body, later(301))).rejects.toThrow(
      /^Signature expired: \d{8}T\d{6}Z is now earlier than/,
    );
    await expect(check({}, signed.body, later(-301))).rejects.toThrow(/^Signature not yet current/);
  });

  test('of an unknown key, of none, or of a malformed one is refused by name', async () => {
    const header = signed.request.headers.authorization ?? '';
    const changed = (from: string | RegExp, to: string) => check(withHeader('authorization', header.replace(from, to)));
    await expect(changed('AKIDEXAMPLE', 'AKIDOTHER')).rejects.toMatchObject({
      code: 'UnrecognizedClientException',
      status: 403,
    });
    await expect(check(withHeader('authorization', undefined))).rejects.toMatchObject({
      code: 'MissingAuthenticationTokenException',
      status: 403,
    });
    await expect(changed(/Signature=.*/, 'Signature=zz')).rejects.toMatchObject({
      code: 'IncompleteSignatureException',
    });
    await expect(changed('/config/', '/s3/')).rejects.toThrow("correct service: 'config'");
  });

  test('is taken as it is where no keys are configured, but on a loopback address only', async () => {
    const open = { keys: [], defaultAccountId: '123456789012', loopbackOnly: true };
    const { request, body } = signed;
    const forged = { ...request, path: '/forged' };
    expect(await authenticate(forged, body, open, new Date())).toEqual({
      accountId: '123456789012',
      region: 'eu-central-1',
    });
    for (const host of ['rebound.example', 'rebound.example:3000', '127.0.0.1.rebound.example', '']) {
      const rebound = authenticate({ ...forged, headers: { ...forged.headers, host } }, body, open, new Date());
      await expect(rebound).rejects.toMatchObject({ code: 'UnrecognizedClientException', status: 403 });
    }
    const exposed = authenticate(forged, body, { ...open, loopbackOnly: false }, new Date());
    await expect(exposed).rejects.toMatchObject({ code: 'UnrecognizedClientException', status: 403 });
  });
});
