import { describe, expect, test } from 'vitest';
import type { ResourcesRequest } from '@/lib/api/contract/resources';
import { readResourcesUrl, readResourceUrl, resourceHref, resourcesHref } from './resources-url';

const plain: ResourcesRequest = { types: [], search: '', sort: undefined, order: 'asc', page: 1, pageSize: 50 };

function read(url: string): ResourcesRequest {
  return readResourcesUrl(new URL(url, 'http://host').searchParams);
}

test('the bare URL shows everything from the start, and is what everything is called', () => {
  expect(read('/resources')).toEqual(plain);
  expect(resourcesHref(plain)).toBe('/resources');
});

test.each<ResourcesRequest>([
  { ...plain, types: ['AWS::EC2::Instance', 'AWS::S3::Bucket'], page: 3 },
  { ...plain, search: 'web & "db" %', sort: 'captureTime', order: 'desc' },
  { ...plain, sort: 'resourceId', pageSize: 200 },
  { ...plain, filter: '{"tokens":[{"operator":":","value":"web"}],"operation":"and"}', deleted: 'true' },
])('what is set comes back out of the URL: %o', (request) => {
  expect(read(resourcesHref(request))).toEqual(request);
});

describe('a URL that makes no sense', () => {
  test.each([
    ['page=0', 'page', 1],
    ['page=many', 'page', 1],
    ['pageSize=1000000', 'pageSize', 50],
    ['sort=password', 'sort', undefined],
    ['filter=%7B', 'filter', undefined],
    ['deleted=perhaps', 'deleted', undefined],
    ['order=sideways', 'order', 'asc'],
    [`search=${'x'.repeat(300)}`, 'search', ''],
  ] as const)('%s falls back', (query, member, value) => {
    expect(read(`/resources?${query}`)[member]).toEqual(value);
  });
});

test('types are the same question in whatever order they were chosen', () => {
  expect(read('/resources?types=B&types=A&types=B').types).toEqual(['A', 'B']);
});

test('a resource is named by type and id, whatever signs they hold', () => {
  const identity = { resourceType: 'AWS::SNS::Topic', resourceId: 'arn:aws:sns:us-west-2:1:a/b?c&d' };
  const url = new URL(resourceHref(identity), 'http://host');
  expect(url.pathname).toBe('/resources/item');
  expect(readResourceUrl(url.searchParams)).toEqual(identity);
});
