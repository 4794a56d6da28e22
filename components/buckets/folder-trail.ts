/** One folder above, or the folder itself. */
export interface TrailStep {
  name: string;
  prefix: string;
}

/** What stands in for a folder or object without a name, as `a//b` and keys that end in `/` have. */
const nameless = '(no name)';

/** The folders that lead to `prefix`, outermost first, the last one being itself: none for the bucket's top. */
export function folderTrail(prefix: string): TrailStep[] {
  const names = prefix.split('/');
  // Behind the last slash is nothing; a prefix without one is a folder all the same.
  if (names.at(-1) === '') names.pop();
  let path = '';
  return names.map((name) => {
    path += `${name}/`;
    return { name: shownName(name), prefix: path };
  });
}

/** The folder in which an object lies: empty for the bucket's top. */
export function parentPrefix(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1);
}

/** The last part of a key, as people are shown it. */
export function objectName(key: string): string {
  return shownName(key.slice(key.lastIndexOf('/') + 1));
}

/** Characters that print nothing or turn the direction of writing, so that one name could pass for another; emoji need U+200D. */
const deceptive = /(?!\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A name to show: never empty, never invisible, and with characters that deceive written out as `\u{202E}`. */
export function shownName(name: string): string {
  if (name.trim() === '') return nameless;
  return name.replace(deceptive, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
}
