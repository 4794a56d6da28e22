import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { downloadHref, folderHref, objectHref, s3Uri, snapshotHref } from './urls';

const hostile = ['a/../../b', 'a//b', '%2F', 'ä ö+&=#?', '😀"\'<script>', ' leading', 'trailing/', '\u202Egpj.exe'];

function parameter(href: string, name: string): string | null {
  return new URL(href, 'http://localhost').searchParams.get(name);
}

describe('URLs of objects', () => {
  test.each(hostile)('carry the key %j unchanged', (key) => {
    for (const href of [objectHref('b', key), downloadHref('b', key), snapshotHref('b', key)]) {
      expect(parameter(href, 'key')).toBe(key);
    }
    expect(parameter(folderHref({ bucket: 'b', prefix: key }), 'prefix')).toBe(key);
  });

  test('carry any key unchanged and never leave the page they name', () => {
    const keys = fc.string({ unit: 'binary', minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(keys, (key) => {
        const url = new URL(objectHref('my-bucket', key), 'http://localhost');
        expect(url.searchParams.get('key')).toBe(key);
        expect(url.pathname).toBe('/buckets/my-bucket/object');
      }),
    );
  });

  test('leave out what is not set', () => {
    expect(folderHref({ bucket: 'b' })).toBe('/buckets/b');
    expect(folderHref({ bucket: 'b', prefix: 'a/', filter: '' })).toBe('/buckets/b?prefix=a%2F');
  });

  test('write S3 URIs as the AWS CLI takes them', () => {
    expect(s3Uri('b', 'a b/c%2F')).toBe('s3://b/a b/c%2F');
  });
});
