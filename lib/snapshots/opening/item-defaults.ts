import { parseObjectKey } from '../../buckets/object-key';
import type { ItemDefaults } from '../../items/form/read-item';

/** What the key of a document tells of items that do not tell it themselves: AWS Config's own keys name the account and Region. */
export function defaultsOf(key: string): ItemDefaults {
  const parsed = parseObjectKey(key);
  if (parsed.kind === 'other' || parsed.kind === 'check-file') return {};
  return { awsAccountId: parsed.accountId, awsRegion: parsed.region };
}
