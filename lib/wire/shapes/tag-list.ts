import { WireError } from '../errors';
import { refusalOf } from '../model/validation';
import type { Tag } from '../stores/tag-store';

/**
 * The characters that tags may have: those of AWS's tagging rules ("letters, numbers, spaces representable in UTF-8, and + - = . _ : / @").
 * The service model has no pattern for them; the text is AWS Config's, as moto's tests record it.
 */
const tagCharacters = String.raw`[\p{L}\p{Z}\p{N}_.:/=+\-@]`;

/**
 * Tags of a request as they are kept: a tag without value has an empty one.
 *
 * @throws WireError `ValidationException` for a tag without key, a key that is given twice, or a character that tags do not have.
 */
export function checkedTags(tags: readonly { Key?: string; Value?: string }[]): Tag[] {
  const seen = new Set<string>();
  return tags.map(({ Key: key, Value: value }, index) => {
    if (!key) throw new WireError('ValidationException', 'A tag must have a key.');
    requireMatch(key, `${tagCharacters}+`, `tags.${index + 1}.member.key`);
    requireMatch(value ?? '', `${tagCharacters}*`, `tags.${index + 1}.member.value`);
    if (seen.has(key)) {
      throw new WireError('ValidationException', `Duplicate tag keys found. The key '${key}' is given more than once.`);
    }
    seen.add(key);
    return { key, value: value ?? '' };
  });
}

function requireMatch(text: string, pattern: string, path: string): void {
  // Within a set and with the flag u, JavaScript wants the hyphen escaped just as Java does.
  if (new RegExp(`^${pattern}$`, 'u').test(text)) return;
  throw refusalOf(
    [{ path, value: `'${text}'`, constraint: `Member must satisfy regular expression pattern: ${pattern}` }],
    [],
  );
}
