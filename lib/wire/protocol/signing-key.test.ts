import { expect, test } from 'vitest';
import { signingKey } from './signing-key';

const key = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const of = async (from = key, region = 'us-east-1', date = '20150830', service = 'iam') =>
  Buffer.from(await signingKey(from, { date, region, service })).toString('hex');

/** The example of AWS's own documentation ("Create a signed AWS API request", derive a signing key). */
const published = 'c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9';

test('is the one that AWS publishes, at first and whenever it is asked for again', async () => {
  expect(await of()).toBe(published);
  expect(await of()).toBe(published);
  // More regions than are kept.
  const others = new Set<string>();
  for (let number = 1; number <= 60; number++) others.add(await of(key, `region-${number}`));
  expect(others.size).toBe(60);
  expect(others).not.toContain(published);
  expect(await of()).toBe(published);
  expect(await of(key, 'region-1')).toBe([...others][0]);
});

test('is another one for another secret of the same name, day or service', async () => {
  const secrets = await Promise.all([
    of(),
    of({ ...key, secretAccessKey: 'changed' }),
    of(key, 'us-east-1', '20150831'),
    of(key, 'us-east-1', '20150830', 'config'),
  ]);
  expect(new Set(secrets).size).toBe(4);
});
