import { z } from 'zod';
import { objectRequest } from './buckets';

/** Most snapshots that one query reads. */
export const mostDocuments = 10;

/** POST /api/snapshots/query : SQL over snapshots, read only. Ends with the request: a client that goes away ends its query. */
export const queryRequest = z.object({
  documents: z.array(objectRequest).min(1).max(mostDocuments),
  /** One SELECT of DuckDB over the view `items`; or AWS Config's language of advanced queries. */
  sql: z.string().max(20_000),
  language: z.enum(['sql', 'aws']).default('sql'),
  /** `table` answers with queryView; the others with a file of the same rows to save. */
  format: z.enum(['table', 'csv', 'json']).default('table'),
});
export type QueryRequest = z.input<typeof queryRequest>;

export const queryView = z.object({
  /** `type` is DuckDB's, such as VARCHAR, BIGINT, JSON. */
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  /** A value for each column: whole numbers beyond 2^53, decimals and times come as text, JSON as what it holds, or as text where a number in it would not be kept. */
  rows: z.array(z.array(z.json())),
  /** Why there may be more rows than these: their number, or their size. */
  truncated: z.enum(['rows', 'bytes']).optional(),
  maxRows: z.number().int(),
  /** Of the query itself, without making the table of a snapshot that is asked for the first time. */
  milliseconds: z.number().int(),
});
export type QueryView = z.infer<typeof queryView>;

/** GET /api/snapshots/query/tables?bucket=&keys= : how far the tables are that queries of these documents wait for. */
export const tablesRequest = z.object({
  bucket: z.string().min(1).max(255),
  /** Repeatable: `keys=a&keys=b`. */
  keys: z.array(z.string().min(1).max(1024)).min(1).max(mostDocuments),
});
export const tablesView = z.object({
  /** Those that are being made now. */
  tables: z.array(
    z.object({
      key: z.string(),
      /** One is made at a time; a document that is not open is opened first. */
      phase: z.enum(['waiting', 'opening', 'reading', 'writing']),
      /** Stored bytes while it is opened, items while they are read, percent while the table is written. */
      done: z.number().int(),
      total: z.number().int(),
    }),
  ),
});
export type TablesView = z.infer<typeof tablesView>;
