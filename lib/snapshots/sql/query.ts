import pLimit from 'p-limit';
import { parseObjectKey } from '../../buckets/object-key';
import { stringifyJson } from '../../json';
import { addressMacros } from '../../select/duckdb/address';
import { duckdbStatement } from '../../select/duckdb/statement';
import { parseSelect } from '../../select/language/parse';
import { explainFailure } from './explain-failure';
import { exported } from './export';
import { type Json, type QueryAnswer, QueryFailure, runQueryJob } from './query-process';
import { itemsView } from './statements';
import { unlessAborted } from './tables/shared-work';
import type { TableCache } from './tables/table-cache';
import type { SnapshotTable } from './tables/table-files';

export interface QueryLimits {
  /** Of the query itself; making the table of a snapshot comes before. */
  seconds: number;
  memoryBytes: number;
  rows: number;
}

/** Of an answer as JSON; more is no table to look at. */
const maxAnswerBytes = 32 * 2 ** 20;
/** Queries at once: each may take its memory, and more would only share the same processors. */
const queriesAtOnce = 2;

export interface QueryRequest {
  documents: { bucket: string; key: string }[];
  sql: string;
  /** DuckDB's SQL over the view `items`, or the language of AWS Config's advanced queries. */
  language: 'sql' | 'aws';
}

export interface QueryResult extends QueryAnswer {
  /** Of the query itself, without making tables. */
  milliseconds: number;
  maxRows: number;
}

export type QueryService = ReturnType<typeof createQueries>;

/** Answers SQL over snapshots: read only, within limits, and in a process of its own. */
export function createQueries({ tables, limits }: { tables: TableCache; limits: QueryLimits }) {
  const limitQueries = pLimit(queriesAtOnce);

  async function answer(request: QueryRequest, opened: SnapshotTable[], signal?: AbortSignal): Promise<QueryResult> {
    const names = snapshotNames(request.documents);
    const view = itemsView(opened.map(({ path }, at) => ({ path, snapshot: names[at] ?? '' })));
    const sql = request.language === 'aws' ? duckdbStatement(parseSelect(request.sql)) : request.sql;
    const startedAt = performance.now();
    const job = {
      kind: 'query' as const,
      files: opened.map(({ path }) => path),
      views: request.language === 'aws' ? [view, ...addressMacros] : [view],
      sql,
      settings,
      memoryBytes: limits.memoryBytes,
      maxRows: limits.rows,
      maxBytes: maxAnswerBytes,
    };
    const given = await runQueryJob(job, { signal, seconds: limits.seconds });
    return { ...given, milliseconds: Math.round(performance.now() - startedAt), maxRows: limits.rows };
  }

  async function ask(request: QueryRequest, signal?: AbortSignal): Promise<QueryResult> {
    // A query that cannot be read need not wait for tables.
    if (request.language === 'aws') duckdbStatement(parseSelect(request.sql));
    const attempt = () =>
      tables.use(
        request.documents,
        async (opened) => {
          try {
            return await limitQueries(() => answer(request, opened, signal));
          } catch (error) {
            if (isBroken(error)) await Promise.all(opened.map(tables.discard));
            throw error;
          }
        },
        signal,
      );
    try {
      return await unlessAborted(signal, attempt());
    } catch (error) {
      if (!isBroken(error)) throw explainFailure(error, request);
    }
    try {
      return await unlessAborted(signal, attempt());
    } catch (error) {
      throw explainFailure(error, request);
    }
  }

  return {
    /**
     * The first rows of the answer, at most `limits.rows`. A value with a number that JavaScript would write in another way comes as its
     * text. Stops when `signal` aborts.
     *
     * @throws DomainError, `invalid`: `InvalidExpression` and `InvalidQuery` (with the place), `QueryTooSlow`, `QueryTooLarge`;
     *   `unreadable`; the store's error.
     */
    async run(request: QueryRequest, signal?: AbortSignal): Promise<QueryResult> {
      const result = await ask(request, signal);
      return { ...result, rows: result.rows.map((row) => row.map(asText)) };
    },

    /** How far the tables of these documents are that are being made now; nothing of those that are there, or not wanted. */
    progress(documents: QueryRequest['documents']) {
      return documents.flatMap(({ bucket, key }) => {
        const progress = tables.progress({ bucket, key });
        return progress ? [{ bucket, key, ...progress }] : [];
      });
    },

    /** The same rows as a file to save. */
    async file(request: QueryRequest, format: 'csv' | 'json', signal?: AbortSignal) {
      return exported(await ask(request, signal), format);
    },
  };
}

/** The text of a value that no reader of JSON in JavaScript could take as it is. */
function asText(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  const text = stringifyJson(value);
  return text === JSON.stringify(value) ? value : text;
}

const settings = {
  threads: '2',
  // None: nothing is written to disk, and no folder is open to queries besides.
  temp_directory: '',
  home_directory: '/nonexistent',
  extension_directory: '/nonexistent',
  secret_directory: '/nonexistent',
};

/** A table that went from the cache, or was damaged, after it was found whole. */
function isBroken(error: unknown): boolean {
  return error instanceof QueryFailure && /^(IO|Serialization|Internal|Fatal)$/.test(error.type ?? '');
}

/** What the column `snapshot` says: the snapshot's id, and the key where that would not tell two of them apart. */
function snapshotNames(documents: QueryRequest['documents']): string[] {
  const ids = documents.map(({ key }) => {
    const parsed = parseObjectKey(key);
    return 'configSnapshotId' in parsed ? parsed.configSnapshotId : key;
  });
  return new Set(ids).size === ids.length ? ids : documents.map(({ bucket, key }) => `${bucket}/${key}`);
}
