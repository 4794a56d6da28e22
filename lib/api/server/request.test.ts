import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readBody, readQuery } from './request';

const address = 'http://127.0.0.1:3000/api/x';
const schema = z.object({ name: z.string(), types: z.array(z.string()).default([]) });

function post(headers: Record<string, string>, body = '{"name":"a"}'): Request {
  return new Request(address, {
    method: 'POST',
    headers: { host: '127.0.0.1:3000', 'content-type': 'application/json', ...headers },
    body,
  });
}

describe('readBody', () => {
  test('reads what is sent as JSON', async () => {
    expect(await readBody(post({}), schema)).toEqual({ name: 'a', types: [] });
  });

  test('refuses a body that is no JSON, is not declared as such, or is too large', async () => {
    await expect(readBody(post({}, '{'), schema)).rejects.toMatchObject({ code: 'InvalidRequest' });
    await expect(readBody(post({ 'content-type': 'text/plain' }), schema)).rejects.toMatchObject({
      code: 'InvalidRequest',
    });
    await expect(readBody(post({}, `"${'x'.repeat(70_000)}"`), schema)).rejects.toMatchObject({
      code: 'InvalidRequest',
      message: expect.stringContaining('64 KiB'),
    });
  });
});

describe('readQuery', () => {
  test('reads repeated names as lists and passes over names that it does not know', () => {
    const request = new Request(`${address}?name=a&types=A&types=B&__proto__=x&constructor=y`);
    expect(readQuery(request, schema)).toEqual({ name: 'a', types: ['A', 'B'] });
  });
});
