import { readFileSync } from 'node:fs';
import { errorMessage } from '@/lib/errors';

/** A key that AWS clients may sign with, and the account that its holder acts in. */
export interface AccessKeySetting {
  accessKeyId: string;
  secretAccessKey: string;
  accountId: string;
}

/** In words that never repeat a secret. */
export class AccessKeysError extends Error {}

const form =
  'must be access keys as <key id>:<secret>[:<account id>], separated by commas, or file:<path> with one on each line';

/**
 * Reads access keys: `AKIDEXAMPLE:secret:123456789012,…`, or `file:<path>` of a file with one on each line and comments behind `#`.
 * A key without account acts in `accountId`.
 * @throws AccessKeysError which says what is wrong, without any secret
 */
export function parseAccessKeys(text: string, accountId: string): AccessKeySetting[] {
  const entries = text.startsWith('file:') ? linesOf(text.slice('file:'.length)) : text.split(',');
  const keys = entries
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => parseKey(entry, accountId));
  if (keys.length === 0)
    throw new AccessKeysError('names no access key: leave it out to accept any signature on a loopback address');
  const ids = keys.map(({ accessKeyId }) => accessKeyId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new AccessKeysError(`names the key ${twice} twice`);
  return keys;
}

function parseKey(entry: string, accountId: string): AccessKeySetting {
  const match = /^(\w{3,128}):([^\s:,]+)(?::(\d{12}))?$/.exec(entry);
  if (!match) throw new AccessKeysError(form);
  const [, accessKeyId = '', secretAccessKey = '', account = accountId] = match;
  return { accessKeyId, secretAccessKey, accountId: account };
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.replace(/(^|\s)#.*$/, ''));
  } catch (error) {
    throw new AccessKeysError(`names a file that cannot be read: ${errorMessage(error)}`);
  }
}
