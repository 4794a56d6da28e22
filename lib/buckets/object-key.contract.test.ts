import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { objectKind } from '../api/contract/buckets';
import { checkFileKey, historyKey, oversizedItemKey, parseObjectKey, snapshotKey } from './object-key';

// Hundreds of generated keys take their time on a busy machine.

const account = fc.stringMatching(/^\d{12}$/);
const region = fc.constantFrom('us-west-2', 'eu-central-1', 'us-gov-east-1', 'ap-southeast-4');
const prefix = fc.option(
  fc.constantFrom('logs', 'a/b/c', 'o-ab12cd34ef', 'AWSLogs', 'AWSLogs/123456789012/Config', 'ein Präfix'),
  { nil: undefined },
);
const seconds = fc
  .integer({ min: Date.UTC(2014, 0, 1) / 1000, max: Date.UTC(2099, 11, 31) / 1000 })
  .map((value) => new Date(value * 1000));
const resourceType = fc.constantFrom(
  'AWS::EC2::Instance',
  'AWS::IAM::Role',
  'Custom::Thing_With_Parts',
  'Microsoft.Compute/virtualMachines',
  'A_ConfigHistory_/ChangeNotification_B',
  'thing',
);
const resourceId = fc.oneof(
  fc.uuid(),
  fc.constantFrom('i-344c463d', 'arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/app/web/50dc6c49'),
  fc.stringMatching(/^[\w:./-]{1,60}$/).filter((id) => !id.startsWith('/') && !id.endsWith('/')),
);
const place = { accountId: account, region, prefix };

function withoutUndefined<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value), (key, one) =>
    key.endsWith('At') || key.endsWith('Time') ? new Date(one) : one,
  );
}

describe('keys of AWS Config', () => {
  test('a snapshot lies under unpadded date folders, as AWS writes it', () => {
    const key = snapshotKey({
      accountId: '123456789012',
      region: 'us-west-2',
      deliveredAt: new Date('2026-09-08T01:02:03.999Z'),
      configSnapshotId: '7f4a3a1e-6d43-4f5c-9d53-0c6b0e0f4a11',
    });
    expect(key).toBe(
      'AWSLogs/123456789012/Config/us-west-2/2026/9/8/ConfigSnapshot/123456789012_Config_us-west-2_ConfigSnapshot_20260908T010203Z_7f4a3a1e-6d43-4f5c-9d53-0c6b0e0f4a11.json.gz',
    );
  });

  test('the check file lies above the region, under the channel’s prefix', () => {
    expect(checkFileKey({ accountId: '123456789012' })).toBe('AWSLogs/123456789012/Config/ConfigWritabilityCheckFile');
    expect(checkFileKey({ accountId: '123456789012', prefix: 'team/' })).toBe(
      'team/AWSLogs/123456789012/Config/ConfigWritabilityCheckFile',
    );
  });

  test('a printed snapshot key parses to what it was made of', () => {
    fc.assert(
      fc.property(fc.record({ ...place, deliveredAt: seconds, configSnapshotId: fc.uuid() }), (parts) => {
        expect(parseObjectKey(snapshotKey(parts))).toEqual({ kind: 'snapshot', ...withoutUndefined(parts) });
      }),
    );
  });

  test('a printed history key parses to what it was made of', () => {
    const parts = {
      ...place,
      deliveredAt: seconds.map((time) => new Date(time.getTime() - (time.getTime() % 86_400_000))),
      resourceType,
      firstCaptureTime: seconds,
      lastCaptureTime: seconds,
      sequence: fc.integer({ min: 1, max: 999 }),
    };
    fc.assert(
      fc.property(fc.record(parts), (one) => {
        expect(parseObjectKey(historyKey(one))).toEqual({ kind: 'history', ...withoutUndefined(one) });
      }),
    );
  });

  test('a printed oversized item key parses to what it was made of, slashes in type and id included', () => {
    const state = fc.oneof(fc.uuid(), fc.stringMatching(/^\d{13}$/));
    const parts = { ...place, resourceType, resourceId, captureTime: seconds, configurationStateId: state };
    fc.assert(
      fc.property(fc.record(parts), (one) => {
        expect(parseObjectKey(oversizedItemKey(one))).toEqual({ kind: 'oversized-item', ...withoutUndefined(one) });
      }),
    );
  });

  test('a printed check file key parses to what it was made of', () => {
    fc.assert(
      fc.property(fc.record({ accountId: account, prefix }), (parts) => {
        expect(parseObjectKey(checkFileKey(parts))).toEqual({ kind: 'check-file', ...withoutUndefined(parts) });
      }),
    );
  });

  const good = 'AWSLogs/123456789012/Config/us-west-2/2026/9/8/ConfigSnapshot/';
  const file = '123456789012_Config_us-west-2_ConfigSnapshot_20260908T010203Z_7f4a3a1e.json.gz';
  test.each([
    ['a zero-padded month', `${good.replace('/9/', '/09/')}${file}`],
    ['another account in the name', `${good}${file.replace('123456789012', '999999999999')}`],
    ['another region in the name', `${good}${file.replace('us-west-2', 'us-east-1')}`],
    ['a day that is none', `${good}${file.replace('20260908', '20260230')}`],
    ['a folder between', `${good}more/${file}`],
    ['no name', good],
    ['CloudTrail', 'AWSLogs/123456789012/CloudTrail/us-west-2/2026/09/08/x.json.gz'],
    ['a leading slash', `/${good}${file}`],
    ['nothing', ''],
  ])('%s is another object', (_what, key) => {
    expect(parseObjectKey(`${good}${file}`).kind).toBe('snapshot');
    expect(parseObjectKey(key)).toEqual({ kind: 'other' });
  });

  test('no key makes the parser throw, and every kind is one of the contract', () => {
    const piece = fc.constantFrom(
      'AWSLogs',
      '123456789012',
      'Config',
      'us-west-2',
      '2026',
      '9',
      'ConfigSnapshot',
      '..',
    );
    const key = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(piece, fc.string())).map((all) => all.join('/')),
    );
    fc.assert(fc.property(key, (one) => objectKind.options.includes(parseObjectKey(one).kind)));
  });

  test('a long hostile key is told quickly', () => {
    const key = `AWSLogs/123456789012/Config/us-west-2/2026/9/8/OversizedChangeNotification/${'a/'.repeat(470)}x`;
    // The test's own time limit is the assertion: an expression that backtracks would not come back.
    expect(parseObjectKey(key).kind).toBe('other');
  });
});
