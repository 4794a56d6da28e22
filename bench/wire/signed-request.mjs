import { createHash, createHmac } from 'node:crypto';

/** @typedef {{ accessKeyId: string, secretAccessKey: string }} Key */

export const region = 'us-west-2';

/** @param {string | Buffer} secret @param {string} text */
const hmac = (secret, text) => createHmac('sha256', secret).update(text).digest();
/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/**
 * One HTTP/1.1 request as its bytes, signed with Signature Version 4 for now. The arithmetic is written out here, and not the
 * server's library, so that both are held against each other.
 * @param {{ port: number, key: Key, service: string, method: string, path: string, headers: Record<string, string>, body: string }} request
 * @returns {Buffer}
 */
export function signedRequest({ port, key, service, method, path, headers, body }) {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const date = stamp.slice(0, 8);
  const scope = `${date}/${region}/${service}/aws4_request`;
  const payload = sha256(body);
  /** @type {Record<string, string>} */
  const signed = { ...headers, host: `127.0.0.1:${port}`, 'x-amz-date': stamp, 'x-amz-content-sha256': payload };
  const names = Object.keys(signed).sort();
  const lines = names.map((name) => `${name}:${signed[name]}\n`).join('');
  const canonical = `${method}\n${path}\n\n${lines}\n${names.join(';')}\n${payload}`;
  const secret = [date, region, service, 'aws4_request'].reduce(
    (derived, part) => hmac(derived, part),
    /** @type {string | Buffer} */ (`AWS4${key.secretAccessKey}`),
  );
  const signature = hmac(secret, `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${sha256(canonical)}`).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${key.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const head = names.map((name) => `${name}: ${signed[name]}\r\n`).join('');
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\n${head}authorization: ${authorization}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/**
 * Requests of one operation, each with another signature, as an SDK's retries and calls have.
 * @param {{ port: number, key: Key, operation: string, body: string, count: number }} wanted
 */
export function signedRequests({ port, key, operation, body, count }) {
  return Array.from({ length: count }, (_, number) =>
    signedRequest({
      port,
      key,
      service: 'config',
      method: 'POST',
      path: '/',
      headers: {
        'amz-sdk-invocation-id': `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
        'amz-sdk-request': 'attempt=1; max=3',
        'content-type': 'application/x-amz-json-1.1',
        'user-agent': 'aws-sdk-js/3.1124.0 ua/2.1 os/linux lang/js md/nodejs api/config-service',
        'x-amz-target': `StarlingDoveService.${operation}`,
      },
      body,
    }),
  );
}
