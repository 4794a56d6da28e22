import { expect, test } from 'vitest';
import { withEncodedDocuments } from './documents';

test('encodes plain policy documents, wherever they stand, and leaves those that are encoded', () => {
  const encoded = '%7B%22Action%22%3A%22%2A%22%7D';
  const createDate = new Date(0);
  const detail = {
    AssumeRolePolicyDocument: '{"Action":"*"}',
    Description: '{"no": "document"}',
    CreateDate: createDate,
    RolePolicyList: [{ PolicyName: 'a', PolicyDocument: '{"Action":"*"}' }],
    PolicyVersionList: [{ Document: encoded }],
  };
  expect(withEncodedDocuments(detail)).toEqual({
    ...detail,
    AssumeRolePolicyDocument: encoded,
    RolePolicyList: [{ PolicyName: 'a', PolicyDocument: encoded }],
  });
  expect(JSON.parse(decodeURIComponent(encoded))).toEqual({ Action: '*' });
});
