import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DomainError } from '@/lib/errors';
import { settingEntries } from './declarations';
import { describeSettings } from './describe-settings';
import { readSettings } from './read-settings';
import { SettingsError } from './settings-error';

function problems(env: Record<string, string>): Record<string, string> {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) {
      return Object.fromEntries(error.problems.map(({ name, problem }) => [name, problem]));
    }
    throw error;
  }
  return {};
}

const s3 = { SNAPSCOPE_STORE: 's3', SNAPSCOPE_BUCKET: 'audit-snapshots' };

describe('readSettings', () => {
  test('has a default for everything', () => {
    expect(readSettings({})).toEqual({
      host: '127.0.0.1',
      allowedHosts: [],
      port: 3000,
      dataFolder: path.resolve('data'),
      log: { level: 'info' },
      accountId: '123456789012',
      region: 'us-west-2',
      regions: ['us-west-2'],
      database: { kind: 'embedded', folder: path.resolve('data') },
      store: { kind: 'directory', root: path.resolve('data/objects') },
      bucket: 'config-bucket-123456789012',
      sources: [{ kind: 'sample' }],
      discoveryIntervalMs: 600_000,
      accessKeys: [],
      maxSnapshotBytes: 8 * 1024 ** 3,
      historyIntervalMs: 6 * 3_600_000,
      deliveryRetentionDays: 90,
      queryLimits: { seconds: 30, memoryBytes: 1e9, rows: 10_000 },
    });
  });

  test.each([
    ['off', undefined],
    ['10s', 10_000],
    ['90s', 90_000],
    ['10m', 600_000],
    ['24h', 86_400_000],
  ])('reads a discovery interval of %s', (text, expected) => {
    expect(readSettings({ SNAPSCOPE_DISCOVERY_INTERVAL: text }).discoveryIntervalMs).toBe(expected);
  });

  test('takes a webhook for alerts whole, and never repeats its secrets', () => {
    const url = 'https://alerts.example.com/t0ken?k=s3cret';
    const secret = '0123456789abcdef';
    const env = { SNAPSCOPE_ALERT_WEBHOOK_URL: url, SNAPSCOPE_ALERT_WEBHOOK_SECRET: secret };
    const settings = readSettings(env);
    expect(settings.alertWebhook).toEqual({ url, secret });
    const shown = JSON.stringify(describeSettings(settings, env));
    for (const hidden of ['t0ken', 's3cret', secret]) expect(shown).not.toContain(hidden);
    expect(Object.keys(problems({ SNAPSCOPE_ALERT_WEBHOOK_SECRET: secret }))).toEqual(['SNAPSCOPE_ALERT_WEBHOOK_URL']);
    for (const wrong of [
      'alerts.example.com',
      'ftp://example.com/',
      'https://u:p4ss@example.com/',
      'file:///etc/passwd',
    ]) {
      const found = problems({ SNAPSCOPE_ALERT_WEBHOOK_URL: wrong });
      expect(found.SNAPSCOPE_ALERT_WEBHOOK_URL).toMatch(/^must be a URL of http or https/);
    }
    const short = problems({ ...env, SNAPSCOPE_ALERT_WEBHOOK_SECRET: 'too-short-secret'.slice(1) });
    expect(short.SNAPSCOPE_ALERT_WEBHOOK_SECRET).toMatch(/^must have at least 16 characters/);
  });

  test('the home is among the Regions, and the first of them', () => {
    const regionsOf = (regions: string) =>
      readSettings({ SNAPSCOPE_SOURCES: 'aws', AWS_REGION: 'eu-west-1', SNAPSCOPE_AWS_REGIONS: regions }).regions;
    expect(regionsOf('us-west-2, eu-west-1')).toEqual(['eu-west-1', 'us-west-2']);
    expect(regionsOf('us-west-2')).toEqual(['eu-west-1', 'us-west-2']);
    expect(regionsOf('')).toEqual(['eu-west-1']);
    const ofFiles = { SNAPSCOPE_SOURCES: 'file:items', AWS_REGION: 'eu-west-1', SNAPSCOPE_AWS_REGIONS: 'us-west-2' };
    expect(readSettings(ofFiles).regions).toEqual(['eu-west-1', 'us-west-2']);
  });

  test('takes an empty variable for an absent one, except that no sources means none', () => {
    const empty = Object.fromEntries(settingEntries.map(([name]) => [name, '']));
    expect(readSettings(empty)).toEqual({ ...readSettings({}), sources: [] });
  });

  test('reads times with their unit', () => {
    const interval = (text: string) => readSettings({ SNAPSCOPE_HISTORY_INTERVAL: text }).historyIntervalMs;
    expect(['1s', '30m', '6h'].map(interval)).toEqual([1_000, 1_800_000, 21_600_000]);
    for (const wrong of ['6', '0s', '6 h', '-1h', '1d', '169h', '1.5h']) {
      expect(() => interval(wrong), wrong).toThrow('SNAPSCOPE_HISTORY_INTERVAL');
    }
    expect(() => readSettings({ SNAPSCOPE_DELIVERY_RETENTION_DAYS: '0' })).toThrow('whole number of days');
  });

  test('reads access keys from the variable or from a file, and never repeats a secret', async () => {
    const key = { accessKeyId: 'AKID1', secretAccessKey: 's3/+cret', accountId: '123456789012' };
    const other = { accessKeyId: 'AKID2', secretAccessKey: 'other', accountId: '000011112222' };
    expect(readSettings({ SNAPSCOPE_ACCESS_KEYS: 'AKID1:s3/+cret, AKID2:other:000011112222' }).accessKeys).toEqual([
      key,
      other,
    ]);
    const folder = await mkdtemp(path.join(tmpdir(), 'snapscope-settings-'));
    const file = path.join(folder, 'keys');
    await writeFile(file, '# ours\nAKID1:s3/+cret\n\nAKID2:other:000011112222 # theirs\n');
    expect(readSettings({ SNAPSCOPE_ACCESS_KEYS: `file:${file}` }).accessKeys).toEqual([key, other]);
    await rm(folder, { recursive: true });
    const wrong = (text: string) => problems({ SNAPSCOPE_ACCESS_KEYS: text }).SNAPSCOPE_ACCESS_KEYS;
    expect(wrong('AKID1')).toMatch(/^must be access keys/);
    expect(wrong('AKID1:s3cret:12')).not.toContain('s3cret');
    expect(wrong('AKID1:a,AKID1:b')).toBe('names the key AKID1 twice');
    expect(wrong(`file:${file}`)).toMatch(/^names a file that cannot be read: ENOENT/);
    expect(wrong(',')).toMatch(/^names no access key/);
  });

  test('reads what is given', () => {
    const settings = readSettings({
      HOST: '::1',
      PORT: '0',
      SNAPSCOPE_ALLOWED_HOSTS: 'Config.example.org, snapscope.lan',
      SNAPSCOPE_DATA_DIR: '/srv/snapscope',
      SNAPSCOPE_ACCOUNT_ID: '000011112222',
      AWS_REGION: 'us-gov-west-1',
      DATABASE_URL: 'postgresql://ann:s3cret@db.example:6432/ledger?sslmode=verify-full',
      SNAPSCOPE_KEY_PREFIX: 'audit/config',
      SNAPSCOPE_SOURCES: 'sample, file:/srv/items,file:more.json',
      SNAPSCOPE_MAX_SNAPSHOT_BYTES: '1000',
      SNAPSCOPE_QUERY_SECONDS: '5',
      SNAPSCOPE_QUERY_MEMORY_BYTES: '200000000',
      SNAPSCOPE_QUERY_ROWS: '7',
    });
    expect(settings).toMatchObject({
      host: '::1',
      port: 0,
      allowedHosts: ['config.example.org', 'snapscope.lan'],
      region: 'us-gov-west-1',
      database: { kind: 'url', url: 'postgresql://ann:s3cret@db.example:6432/ledger?sslmode=verify-full' },
      store: { kind: 'directory', root: '/srv/snapscope/objects' },
      bucket: 'config-bucket-000011112222',
      keyPrefix: 'audit/config',
      sources: [
        { kind: 'sample' },
        { kind: 'file', path: '/srv/items' },
        { kind: 'file', path: path.resolve('more.json') },
      ],
      maxSnapshotBytes: 1000,
      queryLimits: { seconds: 5, memoryBytes: 2e8, rows: 7 },
    });
  });

  test.each([
    [{}, { endpoint: undefined, forcePathStyle: false }],
    [{ AWS_ENDPOINT_URL: 'http://127.0.0.1:9000' }, { endpoint: 'http://127.0.0.1:9000', forcePathStyle: true }],
    [
      { AWS_ENDPOINT_URL: 'http://127.0.0.1:9000', AWS_ENDPOINT_URL_S3: 'https://s3.eu-west-1.amazonaws.com' },
      { endpoint: 'https://s3.eu-west-1.amazonaws.com', forcePathStyle: false },
    ],
    [
      { AWS_ENDPOINT_URL_S3: 'https://amazonaws.com.example' },
      { endpoint: 'https://amazonaws.com.example', forcePathStyle: true },
    ],
  ])('S3 at %o', (env, store) => {
    expect(readSettings({ ...s3, ...env }).store).toEqual({
      kind: 's3',
      region: 'us-west-2',
      requesterPays: false,
      ...store,
    });
  });

  test.each([
    ['HOST', 'http://localhost', /address or a host name/],
    ['HOST', '300', /address or a host name/],
    ['PORT', '65536', /0 to 65535/],
    ['PORT', '3000x', /0 to 65535/],
    ['PORT', '-1', /0 to 65535/],
    ['SNAPSCOPE_ALLOWED_HOSTS', 'a.example,', /host names without port/],
    ['SNAPSCOPE_ALLOWED_HOSTS', 'https://a.example', /host names without port/],
    ['SNAPSCOPE_ALLOWED_HOSTS', 'a.example:8443', /host names without port/],
    ['SNAPSCOPE_ALLOWED_HOSTS', '*', /host names without port/],
    ['SNAPSCOPE_ACCOUNT_ID', '12345', /12 digits/],
    ['AWS_REGION', 'Oregon', /us-west-2/],
    ['DATABASE_URL', 'mysql://ann@db/ledger', /postgres:\/\//],
    ['DATABASE_URL', 'postgres://db', /database/],
    ['SNAPSCOPE_STORE', 'S3', /directory or s3/],
    ['SNAPSCOPE_BUCKET', 'Audit', /S3 bucket name/],
    ['SNAPSCOPE_BUCKET', '192.168.0.1', /S3 bucket name/],
    ['SNAPSCOPE_BUCKET', 'a..b', /S3 bucket name/],
    ['SNAPSCOPE_BUCKET', 'xn--audit', /S3 bucket name/],
    ['SNAPSCOPE_KEY_PREFIX', '/audit', /without a slash/],
    ['SNAPSCOPE_SOURCES', 'sample,azure', /file:<path>/],
    ['SNAPSCOPE_SOURCES', 'file:', /file:<path>/],
    ['SNAPSCOPE_SOURCES', 'sample,sample', /twice/],
    ['SNAPSCOPE_AWS_REGIONS', 'eu-west-1,Ireland', /Regions such as us-west-2/],
    ['SNAPSCOPE_AWS_REGIONS', 'eu-west-1, eu-west-1', /twice/],
    ['SNAPSCOPE_AWS_ROLE_ARN', 'arn:aws:iam::123456789012:role/a', /SNAPSCOPE_SOURCES does not name/],
    ['SNAPSCOPE_DISCOVERY_INTERVAL', '10', /90s, 10m or 1h/],
    ['SNAPSCOPE_DISCOVERY_INTERVAL', '5s', /from 10s to 24h/],
    ['SNAPSCOPE_DISCOVERY_INTERVAL', '25h', /from 10s to 24h/],
    ['SNAPSCOPE_MAX_SNAPSHOT_BYTES', '8GiB', /bytes/],
    ['SNAPSCOPE_MAX_SNAPSHOT_BYTES', '0', /bytes/],
  ])('refuses %s=%s and says what it should be', (name, value, expected) => {
    expect(problems({ [name]: value })).toEqual({ [name]: expect.stringMatching(expected) });
  });

  test('names all that are wrong at once, as a domain error', () => {
    const read = () => readSettings({ PORT: 'x', AWS_REGION: 'x', SNAPSCOPE_STOER: 's3' });
    expect(read).toThrow(DomainError);
    expect(read).toThrow(/SNAPSCOPE_STOER is not .*PORT must .*AWS_REGION must /s);
    expect(Object.keys(problems({ PORT: 'x', AWS_REGION: 'x', SNAPSCOPE_STOER: 's3' })).sort()).toEqual([
      'AWS_REGION',
      'PORT',
      'SNAPSCOPE_STOER',
    ]);
  });

  test('an unknown name of ours is refused with the nearest known one; those of others are not', () => {
    expect(problems({ SNAPSCOPE_ACOUNT: '123456789012' })).toEqual({
      SNAPSCOPE_ACOUNT: expect.stringContaining('SNAPSCOPE_ACCOUNT_ID'),
    });
    expect(problems({ SNAPSCOPE_SORCES: 'sample' })).toEqual({
      SNAPSCOPE_SORCES: expect.stringContaining('SNAPSCOPE_SOURCES'),
    });
    expect(problems({ AWS_PROFILE: 'x', PATH: '/bin' })).toEqual({});
  });

  test('the S3 store wants its bucket named and its credentials whole', () => {
    expect(Object.keys(problems({ SNAPSCOPE_STORE: 's3' }))).toEqual(['SNAPSCOPE_BUCKET']);
    expect(Object.keys(problems({ ...s3, AWS_ACCESS_KEY_ID: 'AKIA' }))).toEqual(['AWS_SECRET_ACCESS_KEY']);
    expect(Object.keys(problems({ ...s3, AWS_SECRET_ACCESS_KEY: 'x' }))).toEqual(['AWS_ACCESS_KEY_ID']);
    expect(Object.keys(problems({ ...s3, AWS_SESSION_TOKEN: 'x' }))).toEqual([
      'AWS_ACCESS_KEY_ID',
      'AWS_SECRET_ACCESS_KEY',
    ]);
    expect(Object.keys(problems({ ...s3, AWS_ENDPOINT_URL: 'localhost:9000' }))).toEqual(['AWS_ENDPOINT_URL']);
  });

  test('the source aws takes a role, and wants its credentials whole', () => {
    const aws = { SNAPSCOPE_SOURCES: 'aws', SNAPSCOPE_AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/x' };
    expect(readSettings({ SNAPSCOPE_SOURCES: 'aws' }).sources).toEqual([
      { kind: 'aws', cloudControlTypes: [], forcePathStyle: false, timeoutMs: 60_000 },
    ]);
    const own = {
      ...aws,
      SNAPSCOPE_AWS_EXTERNAL_ID: 'secret-1',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:5000',
      SNAPSCOPE_AWS_TIMEOUT: '90s',
    };
    expect(readSettings(own).sources).toEqual([
      {
        kind: 'aws',
        role: { arn: aws.SNAPSCOPE_AWS_ROLE_ARN, externalId: 'secret-1' },
        cloudControlTypes: [],
        forcePathStyle: true,
        timeoutMs: 90_000,
      },
    ]);
    expect(Object.keys(problems({ ...aws, SNAPSCOPE_SOURCES: 'sample' }))).toEqual(['SNAPSCOPE_AWS_ROLE_ARN']);
    expect(Object.keys(problems({ SNAPSCOPE_SOURCES: 'aws', SNAPSCOPE_AWS_EXTERNAL_ID: 'x1' }))).toEqual([
      'SNAPSCOPE_AWS_ROLE_ARN',
    ]);
    expect(Object.keys(problems({ ...aws, AWS_ACCESS_KEY_ID: 'AKIA' }))).toEqual(['AWS_SECRET_ACCESS_KEY']);
    expect(Object.keys(problems({ ...aws, AWS_ENDPOINT_URL: 'localhost:5000' }))).toEqual(['AWS_ENDPOINT_URL']);
    for (const text of ['60', '0s', '11m', '1h']) {
      expect(Object.keys(problems({ ...aws, SNAPSCOPE_AWS_TIMEOUT: text }))).toEqual(['SNAPSCOPE_AWS_TIMEOUT']);
    }
  });

  test('the source aws takes types of the registry, by their names', () => {
    const types = (text: string) => ({ SNAPSCOPE_SOURCES: 'aws', SNAPSCOPE_AWS_CLOUD_CONTROL_TYPES: text });
    expect(readSettings(types('AWS::Logs::LogGroup, AWS::SSM::Parameter,AWS::Logs::LogGroup')).sources).toEqual([
      {
        kind: 'aws',
        cloudControlTypes: ['AWS::Logs::LogGroup', 'AWS::SSM::Parameter'],
        forcePathStyle: false,
        timeoutMs: 60_000,
      },
    ]);
    for (const text of ['LogGroup', 'AWS::Logs', 'AWS::Logs::LogGroup,', 'AWS::Logs::Log*', 'AWS::A::B']) {
      expect(Object.keys(problems(types(text)))).toEqual(['SNAPSCOPE_AWS_CLOUD_CONTROL_TYPES']);
    }
    expect(Object.keys(problems({ ...types('AWS::Logs::LogGroup'), SNAPSCOPE_SOURCES: 'sample' }))).toEqual([
      'SNAPSCOPE_AWS_CLOUD_CONTROL_TYPES',
    ]);
  });

  test('the directory store does not mind variables that are there for other programs', () => {
    expect(problems({ AWS_ENDPOINT_URL: 'localhost:4566', AWS_ACCESS_KEY_ID: 'AKIA' })).toEqual({});
  });

  test('never quotes a secret', () => {
    const env = { ...s3, DATABASE_URL: 'mysql://ann:s3cret@db/x', AWS_SECRET_ACCESS_KEY: 's3cret', PORT: 'x' };
    expect(() => readSettings(env)).toThrow(/^(?:(?!s3cret).)*$/s);
  });
});

describe('describeSettings', () => {
  function row(env: Record<string, string>, name: string) {
    return describeSettings(readSettings(env), env).find((found) => found.name === name);
  }

  test('tells the default from what was given', () => {
    expect(row({}, 'PORT')).toMatchObject({ value: '3000', source: 'default' });
    expect(row({ PORT: '4000' }, 'PORT')).toMatchObject({ value: '4000', source: 'environment' });
    expect(row({ SNAPSCOPE_ACCOUNT_ID: '000011112222' }, 'SNAPSCOPE_BUCKET')).toMatchObject({
      value: 'config-bucket-000011112222',
      source: 'default',
    });
    expect(row({ SNAPSCOPE_SOURCES: '' }, 'SNAPSCOPE_SOURCES')).toMatchObject({
      value: '(none)',
      source: 'environment',
    });
  });

  test('shows no secret', () => {
    const env = {
      ...s3,
      DATABASE_URL: 'postgres://ann:s3cret@db.example:5432/ledger?sslmode=require&password=s3cret',
      AWS_ACCESS_KEY_ID: 's3cret',
      AWS_SECRET_ACCESS_KEY: 's3cret',
      AWS_SESSION_TOKEN: 's3cret',
    };
    expect(JSON.stringify(describeSettings(readSettings(env), env))).not.toContain('s3cret');
    expect(row(env, 'DATABASE_URL')?.value).toBe(
      'postgres://ann:****@db.example:5432/ledger?sslmode=require&password=****',
    );
    expect(row(env, 'AWS_SECRET_ACCESS_KEY')?.value).toBe('set');
  });
});
