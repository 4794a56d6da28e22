/** Runs SQL. Values travel as parameters, beside the text: nothing that somebody wrote is ever part of it. */
export interface Queryable {
  query<Row>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[]; rowCount: number }>;
}

/**
 * PostgreSQL, ours or the user's. Stores are written against this; only `lib/services/open/database.ts` knows which one it is.
 * `bigint` columns arrive as strings, `timestamptz` as Date, `json` and `jsonb` parsed (select `::text` to get the text).
 */
export interface Database extends Queryable {
  /** Commits when `work` resolves, rolls back and rethrows when it rejects. */
  transaction<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result>;
  /**
   * The one column of a query's rows, of type text or json and never null: their bytes as they stand, a comma between each two, in
   * pieces of whole rows. No comma stands between two pieces. `total` is the number of all rows. All of it is of one instant: what
   * is written meanwhile is not seen. Values stand in the text here, as literals that the driver escapes: it is a COPY, which takes no
   * parameters, and so strings and numbers are all that may be given. Memory holds a few megabytes and the largest row; the bytes of
   * a piece are overwritten once the next is asked for. Ending the iteration early hangs up.
   */
  streamJoined(
    text: string,
    values: readonly (string | number)[],
  ): AsyncIterable<{ total: number; rows: number; bytes: Buffer }>;
  close(): Promise<void>;
}
