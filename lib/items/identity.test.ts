import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  identityKey,
  isSameResource,
  parseIdentity,
  printIdentity,
  type ResourceIdentity,
  resourceKey,
} from './identity';

const logGroup: ResourceIdentity = {
  accountId: '111122223333',
  region: 'eu-west-1',
  resourceType: 'AWS::Logs::LogGroup',
  resourceId: '/aws/lambda/f',
};

/** Strings of every kind, and more often than chance those that a form could trip over. */
const part = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    '/',
    '//',
    '%',
    '%2F',
    '%25',
    '%252F',
    '__proto__',
    'constructor',
    'a/b',
    '\n',
    'ß',
    '\ud800',
    'global',
  ),
);
const identities: fc.Arbitrary<ResourceIdentity> = fc.record({
  accountId: part,
  region: part,
  resourceType: part,
  resourceId: part,
});

test('an identity is printed as account, Region, type and id', () => {
  expect(printIdentity(logGroup)).toBe('111122223333/eu-west-1/AWS::Logs::LogGroup//aws/lambda/f');
});

test('slashes are escaped where they would end a part', () => {
  const azure = { ...logGroup, resourceType: 'Microsoft.Compute/virtualMachines', resourceId: 'group/vm%2F' };
  expect(printIdentity(azure)).toBe('111122223333/eu-west-1/Microsoft.Compute%2FvirtualMachines/group/vm%2F');
});

test('what was printed is read back exactly, whatever the strings hold', () => {
  fc.assert(
    fc.property(identities, (identity) => {
      expect(parseIdentity(printIdentity(identity))).toEqual(identity);
    }),
    { numRuns: 1000 },
  );
});

test('two identities have one key exactly if they are of one resource', () => {
  const near = fc.tuple(identities, identities, fc.constantFrom('other', 'same', 'upper')).map(([one, other, kind]) => {
    if (kind === 'same') return [one, { ...one }] as const;
    if (kind === 'upper') return [one, { ...one, resourceType: one.resourceType.toUpperCase() }] as const;
    return [one, other] as const;
  });
  fc.assert(
    fc.property(near, ([one, other]) => {
      expect(identityKey(one) === identityKey(other)).toBe(isSameResource(one, other));
    }),
    { numRuns: 1000 },
  );
});

test('types compare without regard to case, and nothing else does', () => {
  expect(isSameResource(logGroup, { ...logGroup, resourceType: 'aws::logs::LOGGROUP' })).toBe(true);
  expect(isSameResource(logGroup, { ...logGroup, resourceId: '/AWS/lambda/f' })).toBe(false);
  expect(isSameResource(logGroup, { ...logGroup, region: 'us-east-1' })).toBe(false);
  expect(isSameResource(logGroup, { ...logGroup, accountId: '' })).toBe(false);
});

test('what is no printed identity is none', () => {
  for (const text of ['', 'vol-1', 'aws::ec2::volume/vol-1', 'a/b/c']) expect(parseIdentity(text)).toBeUndefined();
});

test('within an account and Region a resource is its type, whatever the case, and id', () => {
  expect(resourceKey({ resourceType: 'AWS::EC2::SUBNET', resourceId: 'subnet-1' })).toBe('aws::ec2::subnet/subnet-1');
  const machine = { resourceType: 'Microsoft.Compute/virtualMachines', resourceId: 'a' };
  const other = { resourceType: 'Microsoft.Compute', resourceId: 'virtualmachines/a' };
  expect(resourceKey(machine)).not.toBe(resourceKey(other));
  fc.assert(
    fc.property(identities, identities, (one, near) => {
      const place = { accountId: '', region: '' };
      const [a, b] = [
        { ...one, ...place },
        { ...near, ...place },
      ];
      expect(resourceKey(a) === resourceKey(b)).toBe(isSameResource(a, b));
    }),
    { numRuns: 1000 },
  );
});
