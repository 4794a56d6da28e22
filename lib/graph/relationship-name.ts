/**
 * What a relationship name says, the short name of the other type left aside. AWS Config knows four verbs ("Supported Resource
 * Types" in its developer guide); files of 2014 shorten one of them (`Attached Volume`, `Attached to Instance`).
 */
export type Verb = 'attached' | 'associated' | 'contained-in' | 'contains' | 'other';

const verbs: readonly (readonly [RegExp, Verb])[] = [
  [/^(is )?attached\b/i, 'attached'],
  [/^(is )?associated\b/i, 'associated'],
  [/^(is )?contained in\b/i, 'contained-in'],
  [/^contains\b/i, 'contains'],
];

/** The verb of a relationship name such as `Is contained in Subnet`; `other` for any name that is not AWS Config's. */
export function verbOf(name: string): Verb {
  const trimmed = name.trim();
  return verbs.find(([pattern]) => pattern.test(trimmed))?.[1] ?? 'other';
}
