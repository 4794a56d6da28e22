import { describe, expect, test } from 'vitest';
import { readPageUrl } from './page-url';

describe('readPageUrl', () => {
  test('reads the path and the query as the browser does', async () => {
    const { path, query } = await readPageUrl({
      params: Promise.resolve({ bucket: 'my%20bucket' }),
      searchParams: Promise.resolve({ prefix: 'a//%2F/', types: ['A', 'B'], token: undefined }),
    });
    expect(path.bucket).toBe('my bucket');
    expect(query.get('prefix')).toBe('a//%2F/');
    expect(query.getAll('types')).toEqual(['A', 'B']);
    expect(query.has('token')).toBe(false);
  });

  test('takes a path that is not well encoded as it is', async () => {
    const { path } = await readPageUrl({
      params: Promise.resolve({ bucket: '100%' }),
      searchParams: Promise.resolve({}),
    });
    expect(path.bucket).toBe('100%');
  });
});
