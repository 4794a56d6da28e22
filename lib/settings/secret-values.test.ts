import { expect, test } from 'vitest';
import { createLogger } from '../log/logger';
import { readSettings } from './read-settings';
import { secretValues } from './secret-values';

const secrets = {
  accessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  webhook: 'https://alerts.example.com/hooks/T0001?token=abcdef',
  webhookSecret: 'sixteen letters and more',
  externalId: 'external-id-of-the-role',
  awsSecret: 'the secret of an AWS access key',
  sessionToken: 'FwoGZXIvYXdzEXAMPLETOKEN',
};

const env = {
  SNAPSCOPE_ACCESS_KEYS: `AKIDEXAMPLE:${secrets.accessKey},AKIDOTHER:another-secret-key:210987654321`,
  SNAPSCOPE_ALERT_WEBHOOK_URL: secrets.webhook,
  SNAPSCOPE_ALERT_WEBHOOK_SECRET: secrets.webhookSecret,
  DATABASE_URL: 'postgres://user:p%40ss%20w0rd@db.example.com/app',
  SNAPSCOPE_SOURCES: 'aws',
  SNAPSCOPE_AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/snapscope',
  SNAPSCOPE_AWS_EXTERNAL_ID: secrets.externalId,
  AWS_ACCESS_KEY_ID: 'AKIDAWS',
  AWS_SECRET_ACCESS_KEY: secrets.awsSecret,
  AWS_SESSION_TOKEN: secrets.sessionToken,
};

test('no secret of the settings is ever logged', () => {
  let text = '';
  const write = (line: string) => {
    text += line;
  };
  const settings = readSettings(env);
  const log = createLogger({ level: 'debug', format: 'json', secrets: secretValues(settings, env), write });
  const everything = { settings, env, failures: Object.values(env).map((value) => ({ err: `${value} was refused` })) };
  log.error({ ...everything, err: new Error(JSON.stringify(env)) }, 'It failed');
  log.debug({}, `With p@ss w0rd, ${Object.values(secrets).join(' and ')}`);
  for (const secret of [...Object.values(secrets), 'another-secret-key', 'p@ss w0rd', 'p%40ss%20w0rd']) {
    expect(text).not.toContain(secret);
  }
  expect(text).toContain('AKIDEXAMPLE');
  expect(text).toContain('db.example.com');
});

test('settings without secrets have none', () => {
  expect(secretValues(readSettings({}), {})).toEqual([]);
});
