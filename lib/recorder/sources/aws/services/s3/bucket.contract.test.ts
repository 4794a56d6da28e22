import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { canonicalContent } from '../../../../../items/compare/content';
import { observe, sourceAt } from '../../test-source';
import { bucket } from './bucket';

const type = 'AWS::S3::Bucket';
const identity =
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account><Arn>arn:aws:iam::123456789012:user/x</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>';
const versioned = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>';

let server: Server | undefined;
afterEach(() => server?.close());

type Failure = [status: number, code: string];

/**
 * An S3 with these buckets. `fail` says for a bucket and a part of it (`policy`, `acl`, `versioning`) which error is answered;
 * parts that are not told of are empty answers.
 */
async function s3(names: string[], fail: (name: string, part: string) => Failure | undefined): Promise<string> {
  const listening = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://s3');
      const name = pathname.split('/')[1] ?? '';
      const part = [...searchParams.keys()].find((key) => key !== 'x-id') ?? '';
      response.setHeader('content-type', 'application/xml');
      if (request.method === 'POST') return response.end(identity);
      if (name === '') {
        const buckets = names.map(
          (one) => `<Bucket><Name>${one}</Name><BucketRegion>us-west-2</BucketRegion></Bucket>`,
        );
        return response.end(`<ListAllMyBucketsResult><Buckets>${buckets.join('')}</Buckets></ListAllMyBucketsResult>`);
      }
      const [status, code] = fail(name, part) ?? (part === 'policy' ? [404, 'NoSuchBucketPolicy'] : []);
      if (status !== undefined) {
        response.statusCode = status;
        return response.end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
      }
      return response.end(
        part === 'versioning' ? versioned : `<Nothing xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>`,
      );
    });
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

async function list(endpoint: string) {
  const { source, remove } = await sourceAt(endpoint, { types: [bucket] });
  const notes: string[] = [];
  const observed = await observe(source, { note: (note) => notes.push(note) });
  await remove();
  return { ...observed, notes, error: observed.ends.get(type)?.error };
}

test('records a bucket without the part that is denied, says so once, and the same each time', async () => {
  const endpoint = await s3(['a', 'b', 'open'], (name, part) =>
    part === 'policy' && name !== 'open' ? [403, 'AccessDenied'] : undefined,
  );
  const first = await list(endpoint);
  expect(first.error).toBeUndefined();
  expect(first.items.size).toBe(3);
  expect(first.item(type, 'a').supplementaryConfiguration).not.toHaveProperty('BucketPolicy');
  expect(first.item(type, 'a').supplementaryConfiguration).toMatchObject({
    BucketVersioningConfiguration: { status: 'Enabled' },
  });
  expect(first.item(type, 'open').supplementaryConfiguration).toMatchObject({ BucketPolicy: { policyText: null } });
  expect(first.notes).toEqual([expect.stringMatching(/^AWS denied s3:GetBucketPolicy for bucket [ab]: /)]);
  const second = await list(endpoint);
  for (const [key, item] of second.items)
    expect(canonicalContent(item)).toBe(canonicalContent(first.items.get(key) ?? item));
});

test('leaves out a bucket that was deleted while it was read', async () => {
  const endpoint = await s3(['a', 'gone'], (name, part) =>
    name === 'gone' && part === 'tagging' ? [404, 'NoSuchBucket'] : undefined,
  );
  const { items, error } = await list(endpoint);
  expect(error).toBeUndefined();
  expect([...items.values()].map(({ resourceId }) => resourceId)).toEqual(['a']);
});

test('does not take a failing server for a bucket without the part: the type is not listed whole', async () => {
  const endpoint = await s3(['a'], (_, part) => (part === 'encryption' ? [500, 'InternalError'] : undefined));
  expect((await list(endpoint)).error).toMatchObject({ code: 'InternalError' });
});

test('names the permission when buckets cannot be listed at all', async () => {
  const denied = createServer((request, response) => {
    request.resume();
    if (request.method === 'POST') return response.end(identity);
    response.writeHead(403);
    return response.end('<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>');
  });
  server = denied;
  await new Promise<void>((resolve) => denied.listen(0, '127.0.0.1', resolve));
  const { error } = await list(`http://127.0.0.1:${(denied.address() as AddressInfo).port}`);
  expect(error).toMatchObject({ code: 'AccessDenied', permission: expect.stringMatching(/^s3:ListAllMyBuckets, /) });
});
