import { expect, test } from 'vitest';
import { refuseForeignHost } from './host';

const asked = (host: string) => new Headers({ host });
const allowed = ['config.example.org'];

test.each(['127.0.0.1:3000', 'localhost:3000', '[::1]:3000', 'config.example.org', 'Config.Example.org:8443'])(
  'on a loopback address %s is served: a loopback name, or one that the operator allows',
  (name) => expect(refuseForeignHost(asked(name), '127.0.0.1', allowed)).toBeUndefined(),
);

test.each(['evil.example:3000', 'config.example.org.evil.example', 'x.config.example.org', 'config.example.org:x', ''])(
  'on a loopback address "%s" is refused, so that no rebound name passes for ours',
  (name) => expect(refuseForeignHost(asked(name), '127.0.0.1', allowed)?.status).toBe(403),
);

test('the refusal names the host and what to do', async () => {
  const refusal = refuseForeignHost(asked('config.example.org:8443'), '127.0.0.1', []);
  expect(refusal?.status).toBe(403);
  expect(await refusal?.json()).toEqual({
    error: {
      code: 'ForeignHost',
      kind: 'denied',
      message: expect.stringMatching(/"config\.example\.org:8443".*SNAPSCOPE_ALLOWED_HOSTS/),
    },
  });
  expect(refuseForeignHost(new Headers(), '127.0.0.1', allowed)?.status).toBe(403);
});

test('where the network is served any name is', () => {
  expect(refuseForeignHost(asked('snapscope.internal'), '0.0.0.0', [])).toBeUndefined();
});
