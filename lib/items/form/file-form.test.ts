import { expect, test } from 'vitest';
import { parseJson, stringifyJson } from '../../json';
import type { ConfigurationItem } from '../configuration-item';
import { fileForm } from './file-form';
import { fieldTexts, joinFields } from './write-item';

/** What is written of an item into a file. */
function written(text: string): string {
  const item = parseJson(text) as ConfigurationItem;
  const texts = fieldTexts(item);
  return fileForm(item, texts) ?? joinFields(texts);
}

test('leaves out what is null in both configurations, however deep, and keeps the rest to the letter', () => {
  const item =
    '{"configuration":{"owner":{"displayName":null,"id":"me"},"big":9223372036854775807,"__proto__":{"x":null,"y":1}},' +
    '"supplementaryConfiguration":{"BucketPolicy":{"policyText":null},"List":[null,{"a":null}]},"tags":{"note":"a:null"}}';
  expect(written(item)).toBe(
    '{"configuration":{"owner":{"id":"me"},"big":9223372036854775807,"__proto__":{"y":1}},' +
      '"supplementaryConfiguration":{"BucketPolicy":{},"List":[null,{}]},"tags":{"note":"a:null"}}',
  );
});

test('is the same item where nothing is null, a string that says so included', () => {
  for (const configuration of [{ text: 'is:null' }, { list: [null] }, { acl: '{"grantSet":null}' }]) {
    const item = { configuration, supplementaryConfiguration: {} } as unknown as ConfigurationItem;
    expect(fileForm(item, fieldTexts(item))).toBeUndefined();
    expect(stringifyJson(item)).toContain('null');
  }
});
