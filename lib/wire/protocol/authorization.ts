import { WireError } from '../errors';

/** What an `Authorization: AWS4-HMAC-SHA256 …` header says; checked for form alone. */
export interface Authorization {
  accessKeyId: string;
  /** `YYYYMMDD` of the credential scope. */
  date: string;
  region: string;
  service: string;
  /** In lower case, in the order given. */
  signedHeaders: string[];
  /** 64 hexadecimal digits. */
  signature: string;
}

const algorithm = 'AWS4-HMAC-SHA256';

/**
 * Reads the Authorization header of Signature Version 4.
 *
 * @throws WireError `MissingAuthenticationTokenException` where there is none, `IncompleteSignatureException` where a part is missing or
 * malformed, both 403 as in AWS's list of common errors.
 */
export function parseAuthorization(header: string | undefined): Authorization {
  if (!header) {
    throw new WireError('MissingAuthenticationTokenException', 'Request is missing Authentication Token', {
      status: 403,
    });
  }
  if (!header.startsWith(`${algorithm} `)) throw incomplete(`Unsupported algorithm: only ${algorithm} is accepted.`);
  const parts = new Map(
    header
      .slice(algorithm.length)
      .split(',')
      .map((part) => {
        const separator = part.indexOf('=');
        return [part.slice(0, separator).trim(), part.slice(separator + 1).trim()] as const;
      }),
  );
  const named = (name: string): string => {
    const value = parts.get(name);
    if (!value) throw incomplete(`Authorization header requires '${name}' parameter.`);
    return value;
  };
  const credential = named('Credential').split('/');
  const [date = '', region = '', service = '', terminator] = credential.slice(-4);
  const accessKeyId = credential.slice(0, -4).join('/');
  if (!accessKeyId || terminator !== 'aws4_request' || !/^\d{8}$/.test(date)) {
    throw incomplete('Credential must have the form <key>/<YYYYMMDD>/<region>/config/aws4_request.');
  }
  if (!/^[a-z0-9-]{1,32}$/.test(region)) throw incomplete('Credential must be scoped to a valid region.');
  const signature = named('Signature');
  if (!/^[0-9a-f]{64}$/.test(signature)) throw incomplete('Signature must be 64 hexadecimal digits.');
  const signedHeaders = named('SignedHeaders').toLowerCase().split(';');
  return { accessKeyId, date, region, service, signedHeaders, signature };
}

function incomplete(message: string): WireError {
  return new WireError('IncompleteSignatureException', message, { status: 403 });
}
