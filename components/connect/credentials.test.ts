import { expect, test } from 'vitest';
import { credentialsAt } from './credentials';

const key = { accessKeyId: 'AKIDEXAMPLE', accountId: '123456789012' };

test('configured keys are what to sign with, wherever the call comes from', () => {
  expect(credentialsAt('http://127.0.0.1:3000', { accessKeys: [key], loopbackOnly: true })).toBe('keys');
  expect(credentialsAt('https://snapscope.example', { accessKeys: [key], loopbackOnly: false })).toBe('keys');
});

test.each(['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'])(
  'without keys anything will do at %s',
  (origin) => {
    expect(credentialsAt(origin, { accessKeys: [], loopbackOnly: true })).toBe('any');
  },
);

test('without keys nobody is answered at another name, or while the server listens for others', () => {
  expect(credentialsAt('http://snapscope.example', { accessKeys: [], loopbackOnly: true })).toBe('refused');
  expect(credentialsAt('http://127.0.0.1.example.com', { accessKeys: [], loopbackOnly: true })).toBe('refused');
  expect(credentialsAt('http://127.0.0.1:3000', { accessKeys: [], loopbackOnly: false })).toBe('refused');
});
