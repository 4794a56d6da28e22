import { DomainError } from '../../errors';
import { placeInText } from './place';
import { QueryFailure } from './query-process';

/** What DuckDB says to common mistakes tells little to who does not know the view: what to write instead. */
const hints: [says: RegExp, hint: string, sql?: RegExp][] = [
  [
    /^Malformed JSON/,
    "Parts of configuration, tags and relationships are JSON and not text: compare json_extract_string(configuration, '$.instanceType') with text, or ask in AWS Config’s language.",
  ],
  [
    /^Referenced (table|column) /,
    'Write FROM items; a query without FROM is in AWS Config’s language, which is to be chosen for it.',
    // With FROM, what is not found is a name that was misspelt, and DuckDB proposes those that there are.
    /^(?![\s\S]*\bfrom\b)/i,
  ],
  [/^Table with name (?!items\b).* does not exist/, 'Snapshots are the view items: write FROM items.'],
];

/** A failure of DuckDB in words for whoever wrote the query; anything else as it is. */
export function explainFailure(error: unknown, { sql, language }: { sql: string; language: 'sql' | 'aws' }): unknown {
  if (!(error instanceof QueryFailure)) return error;
  if (error.kind === 'refused') return new DomainError('invalid', 'InvalidQuery', error.message, { cause: error });
  if (error.type === 'Permission') {
    const message = `The query is not answered: it may read the view items and nothing else (no files, no settings, no extensions). DuckDB says: ${error.message}.`;
    return new DomainError('invalid', 'InvalidQuery', message, { cause: error });
  }
  // Of a translated query, places and DuckDB's advice mean nothing to its writer.
  if (language === 'aws') return new DomainError('invalid', 'InvalidQuery', error.message, { cause: error });
  const hint = hintFor(error.message, sql);
  const place = error.position === undefined ? undefined : placeInText(sql, error.position);
  const message = `${error.message}${hint === undefined ? '' : `${/[.!?]$/.test(error.message) ? '' : '.'} ${hint}`}${place ? ` (${place.name})` : ''}`;
  return new DomainError('invalid', 'InvalidQuery', message, { cause: error, excerpt: place?.excerpt });
}

function hintFor(message: string, sql: string): string | undefined {
  return hints.find(([says, , of]) => says.test(message) && (of === undefined || of.test(sql)))?.[1];
}
