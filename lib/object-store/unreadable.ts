/** A name that is no key, written so that it can be shown, and why it is none. */
export interface UnreadableName {
  name: string;
  reason: string;
}

/** How many there are, and at most 20 of them. */
export interface UnreadableNames {
  count: number;
  examples: UnreadableName[];
}

const mostExamples = 20;

/** What a page tells of names that are no keys; nothing where there are none. */
export function unreadableNames(names: UnreadableName[]): { unreadable?: UnreadableNames } {
  if (names.length === 0) return {};
  return { unreadable: { count: names.length, examples: names.slice(0, mostExamples) } };
}
