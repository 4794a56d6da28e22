/** Runs SQL. Values always travel as parameters. */
export interface Queryable {
  query<Row>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[]; rowCount: number }>;
}

/**
 * PostgreSQL, ours or the user's. Stores are written against this; only `lib/services.ts` knows which one it is.
 * `bigint` columns arrive as strings, `timestamptz` as Date, `json` and `jsonb` parsed (select `::text` to get the text).
 */
export interface Database extends Queryable {
  /** Commits when `work` resolves, rolls back and rethrows when it rejects. */
  transaction<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result>;
  /**
   * Rows in batches through a server-side cursor, in one repeatable-read, read-only transaction: what is written
   * meanwhile is not seen, and memory holds one batch. Ending the iteration early closes the cursor.
   */
  stream<Row>(text: string, values: readonly unknown[], batchSize: number): AsyncIterable<Row[]>;
  close(): Promise<void>;
}
