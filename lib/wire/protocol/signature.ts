import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { getCanonicalHeaders, SignatureV4 } from '@smithy/signature-v4';
import type { Scope } from '../../items/scope';
import { isLoopbackHost } from '../../settings/loopback';
import { WireError } from '../errors';
import { type Authorization, parseAuthorization } from './authorization';
import type { WireRequest } from './protocol';
import { NodeSha256, signingKey } from './signing-key';

/** A key that may sign, and the account that its holder acts in. */
export interface AccessKey {
  accessKeyId: string;
  secretAccessKey: string;
  /** Twelve digits. */
  accountId: string;
}

/** Who may speak to us. Without keys any signature is accepted, and that only while we listen on a loopback address. */
export interface WireAccess {
  keys: readonly AccessKey[];
  /** The account of callers where no keys are configured. */
  defaultAccountId: string;
  /** Whether the server listens on a loopback address alone. */
  loopbackOnly: boolean;
}

const serviceName = 'config';
const allowedSkewMinutes = 5;

/**
 * Finds out who calls: the region of the signature's credential scope, and the account of its key. With access keys configured the
 * signature is verified over method, path, query, signed headers and the payload's own hash.
 *
 * @throws WireError with status 403 and a code that AWS SDKs know: `MissingAuthenticationTokenException`, `IncompleteSignatureException`,
 * `UnrecognizedClientException` or `SignatureDoesNotMatch` (also for a clock more than 5 minutes off, which makes SDKs mend their clock).
 */
export async function authenticate(
  request: WireRequest,
  body: Uint8Array,
  access: WireAccess,
  now: Date,
): Promise<Scope> {
  const authorization = parseAuthorization(request.headers.authorization);
  if (access.keys.length === 0) {
    requireLoopback(request, access);
    return { accountId: access.defaultAccountId, region: authorization.region };
  }
  const key = access.keys.find(({ accessKeyId }) => accessKeyId === authorization.accessKeyId);
  if (!key) throw denied('UnrecognizedClientException', 'The security token included in the request is invalid.');
  if (authorization.service !== serviceName)
    throw mismatch(`Credential should be scoped to correct service: '${serviceName}'.`);
  const stamp = checkedStamp(request, authorization, now);
  requireSigned(request, authorization);
  const expected = await expectedSignature(request, body, authorization, key, stamp);
  if (!timingSafeEqual(expected, Buffer.from(authorization.signature, 'hex'))) {
    throw mismatch(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
  }
  return { accountId: key.accountId, region: authorization.region };
}

/**
 * Whoever may reach us acts as they like, so that must be this machine alone. The Host header is looked at as well: a page of another
 * site whose name leads here (DNS rebinding), and a proxy that serves others, both tell a name that is not ours.
 */
function requireLoopback({ headers }: WireRequest, { loopbackOnly }: WireAccess): void {
  if (loopbackOnly && isLoopbackHost(headers.host)) return;
  const message =
    'No access keys are configured, so that only this machine is answered, at a loopback address such as 127.0.0.1. Set SNAPSCOPE_ACCESS_KEYS to serve others.';
  throw denied('UnrecognizedClientException', message);
}

/** X-Amz-Date, well formed, of the scope's day and within the allowed skew of our clock. */
function checkedStamp(request: WireRequest, { date }: Authorization, now: Date): string {
  const stamp = request.headers['x-amz-date'] ?? '';
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
  const signedAt = parts
    ? Date.parse(stamp.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
    : Number.NaN;
  if (Number.isNaN(signedAt)) {
    throw denied(
      'IncompleteSignatureException',
      "Authorization header requires existence of a valid 'X-Amz-Date' header.",
    );
  }
  if (!stamp.startsWith(date)) {
    throw mismatch(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${stamp.slice(0, 8)}', from '${stamp}'.`,
    );
  }
  const allowed = allowedSkewMinutes * 60_000;
  if (signedAt < now.getTime() - allowed) {
    throw mismatch(
      `Signature expired: ${stamp} is now earlier than ${stampOf(now.getTime() - allowed)} (${stampOf(now.getTime())} - ${allowedSkewMinutes} min.)`,
    );
  }
  if (signedAt > now.getTime() + allowed) {
    throw mismatch(
      `Signature not yet current: ${stamp} is still later than ${stampOf(now.getTime() + allowed)} (${stampOf(now.getTime())} + ${allowedSkewMinutes} min.)`,
    );
  }
  return stamp;
}

/** What decides the meaning of a request must be under the signature: the host and every X-Amz header. */
function requireSigned(request: WireRequest, { signedHeaders }: Authorization): void {
  const needed = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))];
  for (const name of needed) {
    if (!signedHeaders.includes(name)) throw mismatch(`'${name}' must be a 'SignedHeader' in the AWS Authorization.`);
  }
}

async function expectedSignature(
  request: WireRequest,
  body: Uint8Array,
  { date, region, signedHeaders }: Authorization,
  key: AccessKey,
  stamp: string,
): Promise<Buffer> {
  const canonical = canonicalForm.of(request, body, signedHeaders);
  const scope = `${date}/${region}/${serviceName}/aws4_request`;
  const text = `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${sha256(canonical)}`;
  return createHmac('sha256', await signingKey(key, { date, region, service: serviceName }))
    .update(text)
    .digest();
}

/** The library's own canonical form, over exactly those headers that the caller signed. */
class CanonicalForm extends SignatureV4 {
  of(request: WireRequest, body: Uint8Array, signedHeaders: readonly string[]): string {
    const headers = Object.fromEntries(signedHeaders.map((name) => [name, request.headers[name] ?? '']));
    const message = {
      method: request.method,
      path: request.path,
      query: queryOf(request.query),
      headers,
      protocol: 'http:',
      hostname: '',
    };
    const canonical = getCanonicalHeaders(message, undefined, new Set(signedHeaders));
    return this.createCanonicalRequest(message, canonical, sha256(body));
  }
}

/** Signs nothing: the canonical form is the same for every key and region. */
const canonicalForm = new CanonicalForm({
  service: serviceName,
  region: '',
  credentials: { accessKeyId: '', secretAccessKey: '' },
  sha256: NodeSha256,
});

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

function queryOf(query: string): { [name: string]: string[] } {
  const values: { [name: string]: string[] } = Object.create(null);
  for (const [name, value] of new URLSearchParams(query)) values[name] = [...(values[name] ?? []), value];
  return { ...values };
}

const stampOf = (time: number) => new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');

const mismatch = (message: string) => denied('SignatureDoesNotMatch', message);

function denied(code: string, message: string): WireError {
  return new WireError(code, message, { status: 403 });
}
