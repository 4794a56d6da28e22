import { errorCode, errorMessage } from '../../../../errors';
import type { ListingResult } from '../../port';

/** As the SDKs take them for throttling: codes of services that speak query, REST and JSON. */
const throttlingCodes = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'LimitExceededException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'TransactionInProgressException',
]);

const deniedCodes = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'AuthorizationErrorException',
  'UnauthorizedOperation',
  'UnauthorizedException',
  'NotAuthorized',
]);

/** Whether the service said that it is asked too often. */
export function isThrottling(error: unknown): boolean {
  return throttlingCodes.has(errorCode(error)) || httpStatus(error) === 429;
}

/** How the Cloud Control API passes on that the type's own service denied something: within the message, whatever its own code is. */
const deniedHandler =
  /HandlerErrorCode: AccessDenied\b|Handler returned status FAILED: .* is not authorized to perform: /s;

/** Whether the caller lacks a permission, as opposed to credentials that are wrong or ran out. */
export function isDenied(error: unknown): boolean {
  return deniedCodes.has(errorCode(error)) || deniedHandler.test(errorMessage(error));
}

/**
 * Why a type could not be listed. The permission is the one that AWS's message names (`... is not authorized to perform:
 * ec2:DescribeVolumes ...`), else those that the type is declared to need.
 */
export function listingFailure(error: unknown, permissions: readonly string[]): NonNullable<ListingResult['error']> {
  if (error instanceof SyntaxError) return unreadableAnswer(error);
  const message = errorMessage(error) || errorCode(error);
  if (!isDenied(error)) return { code: errorCode(error), message };
  const named = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9*]+)/.exec(message)?.[1];
  return { code: errorCode(error), message, permission: named ?? permissions.join(', ') };
}

/** The SDK could not read what came: a server that knows nothing of the service, or a proxy's own page. */
function unreadableAnswer(error: SyntaxError): NonNullable<ListingResult['error']> {
  const [detail] = error.message.split('\n');
  const message = `What answered is not what AWS answers (${detail}). Does the endpoint serve this service?`;
  return { code: 'UnreadableAnswer', message };
}

function httpStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined;
  const metadata: unknown = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}
