import { expect, test } from 'vitest';
import { isDenied, isThrottling, listingFailure } from './failure';

function answered(name: string, message = '', httpStatusCode = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
}

test("names the permission that AWS's message names", () => {
  const message =
    'User: arn:aws:iam::123456789012:user/x is not authorized to perform: ec2:DescribeVolumes because no identity-based policy allows it';
  expect(listingFailure(answered('UnauthorizedOperation', message, 403), ['ec2:DescribeInstances'])).toEqual({
    code: 'UnauthorizedOperation',
    message,
    permission: 'ec2:DescribeVolumes',
  });
});

test('names what the type needs where the message names nothing', () => {
  const error = answered('AccessDenied', 'Access Denied', 403);
  expect(listingFailure(error, ['s3:ListAllMyBuckets', 's3:GetBucketAcl']).permission).toBe(
    's3:ListAllMyBuckets, s3:GetBucketAcl',
  );
});

test('names what a type of the registry needs of its own service, however Cloud Control passes it on', () => {
  const told =
    'AWS::Athena::WorkGroup Handler returned status FAILED: User: arn:aws:iam::123456789012:user/x is not authorized to perform: athena:ListWorkGroups on resource: * (HandlerErrorCode: GeneralServiceException, RequestToken: 34ad7106)';
  expect(listingFailure(answered('GeneralServiceException', told), [])).toMatchObject({
    code: 'GeneralServiceException',
    permission: 'athena:ListWorkGroups',
  });
  const bare =
    'AWS::IoT::Policy Handler returned status FAILED: Denied (HandlerErrorCode: AccessDenied, RequestToken: 1)';
  expect(listingFailure(answered('GeneralServiceException', bare), ['iot:List*'])).toMatchObject({
    permission: 'iot:List*',
  });
  const other = 'Handler returned status FAILED: No (HandlerErrorCode: InternalFailure, RequestToken: 1)';
  expect(isDenied(answered('GeneralServiceException', other))).toBe(false);
});

test('takes neither wrong credentials nor a server at fault for a missing permission', () => {
  for (const code of ['ExpiredToken', 'InvalidClientTokenId', 'InternalFailure']) {
    expect(isDenied(answered(code, 'x', 403))).toBe(false);
    expect(listingFailure(answered(code, 'x', 403), ['ec2:DescribeVolumes'])).toEqual({ code, message: 'x' });
  }
});

test('knows throttling by its codes and by its HTTP status', () => {
  expect(isThrottling(answered('RequestLimitExceeded', '', 503))).toBe(true);
  expect(isThrottling(answered('Whatever', '', 429))).toBe(true);
  expect(isThrottling(answered('InternalError', '', 500))).toBe(false);
  expect(isThrottling('no error')).toBe(false);
});

test('says so where something other than AWS answered', () => {
  const error = new SyntaxError('Unexpected token <\n  Deserialization error: to see the raw response, inspect …');
  expect(listingFailure(error, [])).toEqual({
    code: 'UnreadableAnswer',
    message: 'What answered is not what AWS answers (Unexpected token <). Does the endpoint serve this service?',
  });
});
