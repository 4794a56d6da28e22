import { expect, test } from 'vitest';
import { asSpelt, beanCase, camelCase, pascalCase } from './casing';

test('makes the first letter of every field small and leaves the rest, as AWS Config does', () => {
  const answered = {
    $metadata: { attempts: 1 },
    DBInstanceIdentifier: 'db',
    IAMDatabaseAuthenticationEnabled: false,
    Attachments: [{ AttachTime: new Date('2026-11-24T10:00:00Z'), Device: '/dev/sda1' }],
    Absent: undefined,
    Size: 8,
  };
  expect(camelCase(answered)).toEqual({
    dBInstanceIdentifier: 'db',
    iAMDatabaseAuthenticationEnabled: false,
    attachments: [{ attachTime: '2026-11-24T10:00:00.000Z', device: '/dev/sda1' }],
    size: 8,
  });
  expect(asSpelt(answered)).toMatchObject({ DBInstanceIdentifier: 'db', Attachments: [{ Device: '/dev/sda1' }] });
});

test('makes all leading capitals small where AWS Config does', () => {
  const names = { VPCZoneIdentifier: 1, DNSName: 1, VPCId: 1, DBClusterArn: 1, DbClusterResourceId: 1, MultiAZ: 1 };
  const expected = ['vpczoneIdentifier', 'dnsname', 'vpcid', 'dbclusterArn', 'dbClusterResourceId', 'multiAZ'];
  expect(Object.keys(beanCase(names))).toEqual(expected);
});

test("keeps the names that are the user's own, whatever they are", () => {
  const variables = JSON.parse('{"Path":"x","__proto__":"y"}');
  const configuration = camelCase({ Environment: { Variables: variables } }, { maps: ['Variables'] });
  expect(JSON.stringify(configuration)).toBe('{"environment":{"variables":{"Path":"x","__proto__":"y"}}}');
});

test('leaves out what is not to be recorded, and what JSON cannot hold', () => {
  const secret = { Tunnel: { PreSharedKey: 's3cret', Number: Number.NaN, Data: Buffer.from('abc'), Big: 7n } };
  expect(camelCase(secret, { without: ['PreSharedKey'] })).toEqual({ tunnel: { data: 'YWJj', big: 7 } });
});

test('spells registry types of services that begin small with a great letter', () => {
  expect(pascalCase({ clusterName: 'web', settings: [{ name: 'x', value: 'y' }] })).toEqual({
    ClusterName: 'web',
    Settings: [{ Name: 'x', Value: 'y' }],
  });
});

test('writes times as numbers where AWS Config does', () => {
  const answered = { CreationDate: new Date('2026-11-24T10:00:00.123Z'), Never: new Date(Number.NaN) };
  expect(beanCase(answered, { times: 'epoch' })).toEqual({ creationDate: Date.UTC(2026, 10, 24, 10, 0, 0, 123) });
  expect(beanCase(answered)).toEqual({ creationDate: '2026-11-24T10:00:00.123Z' });
});
