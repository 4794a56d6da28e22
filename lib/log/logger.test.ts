import { expect, test } from 'vitest';
import { createLogger, type LoggerOptions } from './logger';

const secrets = {
  accessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  webhook: 'https://alerts.example.com/hooks/T0001/B0002?token=abcdef123456',
  webhookSecret: 'a "quoted" secret of ours',
  databasePassword: 'p4ssw0rd!',
};

/** What a log with these options writes. */
function written(options: Partial<LoggerOptions>, say: (log: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  const write = (line: string) => {
    text += line;
  };
  say(createLogger({ level: 'info', format: 'json', secrets: Object.values(secrets), write, ...options }));
  return text;
}

test('a message is one line of JSON with its time, level and fields', () => {
  const text = written({}, (log) => log.warn({ configSnapshotId: 'c1' }, 'The progress could not be written'));
  expect(text.endsWith('\n')).toBe(true);
  expect(JSON.parse(text)).toEqual({
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    configSnapshotId: 'c1',
    msg: 'The progress could not be written',
  });
});

test('what is below the level is not written', () => {
  const text = written({ level: 'warn' }, (log) => {
    log.info({}, 'no');
    log.debug({}, 'no');
    log.error({}, 'yes');
  });
  expect(JSON.parse(text).msg).toBe('yes');
});

test('an error is told with its code, stack and causes, and nothing that it carries besides', () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', $response: { headers: 'x' } });
  const error = Object.assign(new Error('The call failed', { cause }), { request: { authorization: 'x' } });
  const { err } = JSON.parse(written({}, (log) => log.error({ err: error }, 'A request failed')));
  expect(err).toEqual({
    type: 'Error',
    message: 'The call failed',
    stack: expect.stringContaining('logger.test.ts'),
    cause: { type: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED', stack: expect.any(String) },
  });
  expect(JSON.parse(written({}, (log) => log.error({ err: 'a text' }, 'Odd'))).err).toEqual({
    type: 'string',
    message: 'a text',
  });
});

test.each<[title: string, fields: Record<string, unknown>]>([
  ['an access key in a message of an error', { err: new Error(`Signed with ${secrets.accessKey}`) }],
  ["the webhook's URL in a cause", { err: new Error('Failed', { cause: new Error(`POST ${secrets.webhook}`) }) }],
  ["the webhook's secret in a field", { note: { deep: [secrets.webhookSecret] } }],
  ["the database's password by itself", { err: new Error(`no match for ${secrets.databasePassword}`) }],
])('%s is not written, as JSON or as text', (_, fields) => {
  for (const format of ['json', 'text'] as const) {
    const text = written({ format }, (log) => log.error(fields, 'It failed'));
    expect(text).toContain('[redacted]');
    for (const secret of Object.values(secrets)) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
    }
  }
});

const signature = 'c4'.repeat(32);

test.each<[title: string, fields: Record<string, unknown>, secret: string]>([
  ['the password of any URL', { err: new Error('postgres://user:hunter2@db:5432/app is away') }, 'hunter2'],
  [
    'a header that signs a request',
    { headers: { authorization: `AWS4-HMAC-SHA256 Signature=${signature}` } },
    signature,
  ],
  ['a header below', { request: { headers: { authorization: 'opaque-token' } } }, 'opaque-token'],
  ['a session token', { headers: { 'x-amz-security-token': 'FwoGZXIvYXdzEXAMPLE' } }, 'FwoGZXIvYXdzEXAMPLE'],
  ['the signature in a message', { err: new Error(`https://s3/?X-Amz-Signature=${signature}&a=1`) }, signature],
  ['a bearer token in a message', { err: new Error('Authorization: Bearer abc.def-ghi_123') }, 'abc.def-ghi_123'],
])('%s is not written, whoever it belongs to', (_, fields, secret) => {
  const text = written({}, (log) => log.error(fields, 'It failed'));
  expect(text).toContain('[redacted]');
  expect(text).not.toContain(secret);
});

test('at a terminal a message reads as a sentence, with the reasons below', () => {
  const err = new Error('Outer', { cause: new Error('inner') });
  const text = written({ format: 'text' }, (log) =>
    log.error({ requestId: 'r-1', note: 'two words', err }, 'It failed'),
  );
  const [first, ...below] = text.split('\n');
  expect(first).toMatch(/^\d\d:\d\d:\d\d ERROR It failed requestId=r-1 note="two words"$/);
  expect(below[0]).toBe('  Error: Outer');
  expect(below).toContain('  because of Error: inner');
});
