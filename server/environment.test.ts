import { expect, test } from 'vitest';
import { readSettings } from '@/lib/settings/read-settings';
import { environmentWith, givenAddress } from './environment.mjs';

test.each([{}, { HOST: '', PORT: '' }, { HOST: '::1', PORT: '0' }])(
  'the launchers listen where the settings say: %o',
  (variables) => {
    const { host, port } = givenAddress(variables);
    expect({ host, port: Number(port) }).toEqual((({ host, port }) => ({ host, port }))(readSettings(variables)));
  },
);

test('a child process gets what this one has, and what it is given over that', () => {
  const environment = environmentWith({ HOST: '::1', PATH: undefined });
  expect(environment).toEqual({ ...process.env, HOST: '::1', PATH: undefined });
});
