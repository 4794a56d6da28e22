import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accountMissing, buildAccount } from '../../../../../e2e/emulators/account/account';
import { type AwsCall, type AwsProxy, type Fault, startAwsProxy } from '../../../../../e2e/emulators/aws-proxy';
import { type Moto, startMoto } from '../../../../../e2e/emulators/moto';
import { startTestDatabase } from '../../../../database/test-database';
import { volume } from '../services/ec2/volume';
import { awsResourceTypes } from '../table';
import { observe, sourceAt } from '../test-source';
import { type Recording, recordingOf } from './test-recorder';

const missing = accountMissing();

describe.skipIf(missing)(`an AWS that fails in the middle of a cycle${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let moto: Moto;
  let proxy: AwsProxy;
  let server: Awaited<ReturnType<typeof startTestDatabase>>;
  let listing: Awaited<ReturnType<typeof sourceAt>>;
  let recording: Recording;
  beforeAll(async () => {
    [moto, server] = await Promise.all([startMoto(), startTestDatabase()]);
    await buildAccount(moto.endpoint);
    proxy = await startAwsProxy(moto.endpoint);
    listing = await sourceAt(proxy.endpoint, { timeouts: { connect: 5_000, request: 5_000 } });
    recording = await recordingOf(server.database, listing.source);
    await recording.discover();
    proxy.calls();
  });
  afterEach(() => {
    proxy.disturb(() => undefined);
    proxy.rewrite(({ body }) => body);
    proxy.calls();
  });
  afterAll(async () => {
    await listing.remove();
    await proxy.stop();
    await Promise.all([moto.stop(), server.stop()]);
  });

  /** The listings that failed in the last cycle, with code and permission. */
  async function failures(): Promise<string[]> {
    const { sources } = await recording.recorder.view();
    const listings = sources.flatMap((source) => source.listings);
    return listings
      .filter(({ lastStatus }) => lastStatus === 'FAILURE')
      .map(({ listing, errorCode, missingPermission }) =>
        [listing, errorCode, missingPermission].filter(Boolean).join(' '),
      )
      .sort();
  }
  const typesOf = (service: string) =>
    awsResourceTypes.map(({ resourceType }) => resourceType).filter((type) => type.startsWith(`AWS::${service}::`));
  const during = (matches: (call: AwsCall) => boolean, fault: Fault) =>
    proxy.disturb((call) => (matches(call) ? fault : undefined));

  test('a service that answers 500 is asked again, then told of type by type; nothing is deleted, others are whole', async () => {
    during(({ service }) => service === 'rds', { status: 500, code: 'InternalFailure', message: 'Try again' });
    expect(await recording.discover()).toEqual([]);
    expect(await failures()).toEqual(
      typesOf('RDS')
        .map((type) => `${type} InternalFailure`)
        .sort(),
    );
    const calls = proxy.calls().filter((call) => call === 'rds:DescribeDBSubnetGroups');
    expect(calls).toHaveLength(4);
  });

  test('a service that does not answer is given up for this cycle', async () => {
    during(({ operation, service }) => service === 'autoscaling' && operation === 'DescribePolicies', 'hang');
    expect(await recording.discover()).toEqual([]);
    expect(await failures()).toEqual(['AWS::AutoScaling::ScalingPolicy TimeoutError']);
  });

  test('a broken connection is tried again', async () => {
    const broken = new Set<string>();
    proxy.disturb(({ service, operation }) => {
      if (service !== 'ec2' || broken.has(operation)) return undefined;
      broken.add(operation);
      return 'reset';
    });
    expect(await recording.discover()).toEqual([]);
    expect(await failures()).toEqual([]);
    expect(broken.size).toBeGreaterThan(15);
  });

  test('throttling slows the cycle down and fails nothing', async () => {
    const throttled = new Map<string, number>();
    proxy.disturb(({ service, operation }) => {
      const times = throttled.get(operation) ?? 0;
      if (service !== 'ec2' || !/Volumes|Vpcs|SecurityGroups/.test(operation) || times >= 5) return undefined;
      throttled.set(operation, times + 1);
      return { status: 503, code: 'RequestLimitExceeded', message: 'Request limit exceeded.' };
    });
    expect(await recording.discover()).toEqual([]);
    expect(await failures()).toEqual([]);
    expect([...throttled.values()]).toEqual([5, 5, 5]);
  });

  test('a permission that is missing is named, and what the type told of others stays', async () => {
    const message =
      'User: arn:aws:iam::123456789012:user/x is not authorized to perform: ec2:DescribeAddresses because no policy allows it';
    during(({ operation }) => operation === 'DescribeAddresses', {
      status: 403,
      code: 'UnauthorizedOperation',
      message,
    });
    expect(await recording.discover()).toEqual([]);
    expect(await failures()).toEqual([
      'AWS::EC2::EIP UnauthorizedOperation ec2:DescribeAddresses',
      'AWS::EC2::EIPAssociation UnauthorizedOperation ec2:DescribeAddresses',
    ]);
  });

  test('a listing that breaks off between two pages deletes nothing and unties nothing', async () => {
    // moto counts reservations, of which the account has eight.
    proxy.rewrite(({ body }) => body.replace(/MaxResults=\d+/, 'MaxResults=2'));
    expect(await recording.discover()).toEqual([]);
    expect(proxy.calls().filter((call) => call === 'ec2:DescribeInstances').length).toBeGreaterThan(2);
    const second = ({ operation, body }: AwsCall) => operation === 'DescribeInstances' && body.includes('NextToken');
    during(second, { status: 400, code: 'InvalidNextToken', message: 'The token has expired.' });
    expect(await recording.discover()).toEqual([]);
    expect(await failures()).toEqual(['AWS::EC2::Instance InvalidNextToken']);
  });

  test('a role is assumed once, with its external id, and lists the account', async () => {
    const role = { arn: 'arn:aws:iam::123456789012:role/reader', externalId: 'shared-word' };
    const bodies: string[] = [];
    proxy.rewrite(({ operation, body }) => {
      if (operation === 'AssumeRole') bodies.push(body);
      return body;
    });
    const assuming = await sourceAt(proxy.endpoint, { role, types: [volume] });
    const { items } = await observe(assuming.source);
    expect((await observe(assuming.source)).items.size).toBe(items.size);
    expect(items.size).toBeGreaterThan(80);
    expect(bodies.map((body) => new URLSearchParams(body).get('ExternalId'))).toEqual(['shared-word']);
    await assuming.remove();
  });

  test('a stop takes effect at once, though a service does not answer', async () => {
    const stop = new AbortController();
    const stopped = new Error('stopped');
    proxy.disturb(({ service }) => {
      if (service !== 'sts') return undefined;
      stop.abort(stopped);
      return 'hang';
    });
    const hanging = await sourceAt(proxy.endpoint, { types: [volume] });
    await expect(observe(hanging.source, { signal: stop.signal })).rejects.toBe(stopped);
    await hanging.remove();
  });

  test('a whole cycle afterwards finds all as it was', async () => {
    expect(await recording.discover()).toEqual([]);
    expect(await failures()).toEqual([]);
    expect(await listing.left()).toEqual([]);
  });
});
