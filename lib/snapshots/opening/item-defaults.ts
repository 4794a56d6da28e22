import { parseObjectKey } from '../../buckets/object-key';
import type { ItemDefaults } from '../../items/form/read-item';

/** What the key of a document, and the time when it was stored, tell of items that do not tell it themselves. */
export function defaultsOf(key: string, lastModified: Date): ItemDefaults {
  const parsed = parseObjectKey(key);
  const captured = { configurationItemCaptureTime: lastModified.toISOString() };
  if (parsed.kind === 'other' || parsed.kind === 'check-file') return captured;
  return { ...captured, awsAccountId: parsed.accountId, awsRegion: parsed.region };
}
