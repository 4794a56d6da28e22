import type { Tag } from '../../tags/tag-store';
import { WireError } from '../errors';

/**
 * Tags of a request as they are kept: a tag without value has an empty one.
 *
 * @throws WireError `ValidationException` for a tag without key, or a key that is given twice.
 */
export function checkedTags(tags: readonly { Key?: string; Value?: string }[]): Tag[] {
  const seen = new Set<string>();
  return tags.map(({ Key: key, Value: value }) => {
    if (!key) throw new WireError('ValidationException', 'A tag must have a key.');
    if (seen.has(key)) {
      throw new WireError('ValidationException', `Duplicate tag keys found. The key '${key}' is given more than once.`);
    }
    seen.add(key);
    return { key, value: value ?? '' };
  });
}
