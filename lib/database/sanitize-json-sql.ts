/**
 * SQL for a json column whose fields can be taken apart. PostgreSQL keeps `\u0000` and half surrogate pairs in json, but fails on them
 * as soon as a field is read; they are shown as U+FFFD instead. (Whole pairs are written as characters, not as escapes.)
 *
 * @param column the name of a json column.
 */
export function sanitizeJsonSql(column: string): string {
  const wild = String.raw`\\u(?:0000|[dD][89a-fA-F][0-9a-fA-F]{2})`;
  const text = `${column}::text`;
  // An escape counts only behind an even number of backslashes.
  const tamed = String.raw`regexp_replace(${text}, '(?<!\\)((?:\\\\)*)${wild}', '\1\\ufffd', 'g')::json`;
  // Most texts have no such escape at all, which is far quicker to see than that the pattern has no match.
  return String.raw`(CASE WHEN strpos(${text}, '\u') = 0 THEN ${column} WHEN ${text} ~ '${wild}' THEN ${tamed} ELSE ${column} END)`;
}
