import { expect, test } from 'vitest';
import { isLoopbackAddress, isLoopbackHost } from './loopback';

test.each(['localhost', 'localhost:3000', 'LOCALHOST:3000', '127.0.0.1', '127.8.9.1:80', '[::1]', '[::1]:3000'])(
  'the Host header %s names this machine',
  (header) => expect(isLoopbackHost(header)).toBe(true),
);

test.each([
  'evil.example',
  'evil.example:3000',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  '192.168.0.7:3000',
  '[::2]:3000',
  '::1',
  '',
  null,
  undefined,
])('the Host header %s does not', (header) => expect(isLoopbackHost(header)).toBe(false));

test('a server is private on a loopback address alone', () => {
  expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].every(isLoopbackAddress)).toBe(true);
  expect(['0.0.0.0', '::', '10.0.0.1', 'example.org', ''].some(isLoopbackAddress)).toBe(false);
});
