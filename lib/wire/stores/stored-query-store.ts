import type { Database, Queryable } from '../../database/database';
import { DomainError } from '../../errors';
import type { Scope } from '../../items/scope';

/** A query that somebody saved under a name. `id` stays as it was first given. */
export interface StoredQuery {
  name: string;
  id: string;
  description?: string;
  expression: string;
}

/** AWS's limit for one account and region (PutStoredQuery). */
const maxQueries = 300;

interface QueryRow {
  name: string;
  id: string;
  description: string | null;
  expression: string;
}

/** The query of that name, or undefined. */
export async function findStoredQuery(
  database: Queryable,
  scope: Scope,
  name: string,
): Promise<StoredQuery | undefined> {
  const { rows } = await database.query<QueryRow>(
    'SELECT name, id, description, expression FROM stored_queries WHERE account_id = $1 AND region = $2 AND name = $3',
    [scope.accountId, scope.region, name],
  );
  return rows[0] && queryOf(rows[0]);
}

/** Queries in order of their names, at most `limit` of those after `after`. */
export async function listStoredQueries(
  database: Queryable,
  scope: Scope,
  page: { after?: string; limit: number },
): Promise<StoredQuery[]> {
  const { rows } = await database.query<QueryRow>(
    `SELECT name, id, description, expression FROM stored_queries
     WHERE account_id = $1 AND region = $2 AND ($3::text IS NULL OR name COLLATE "C" > $3)
     ORDER BY name COLLATE "C" LIMIT $4`,
    [scope.accountId, scope.region, page.after ?? null, page.limit],
  );
  return rows.map(queryOf);
}

/**
 * Saves a query, or replaces description and expression of the one of that name.
 *
 * @returns the query as it is kept, with its own id.
 * @throws DomainError `TooManyStoredQueries` above 300 in an account and region.
 */
export function saveStoredQuery(database: Database, scope: Scope, query: StoredQuery): Promise<StoredQuery> {
  return database.transaction(async (tx) => {
    const { rows } = await tx.query<QueryRow>(
      `INSERT INTO stored_queries (account_id, region, name, id, description, expression)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (account_id, region, name) DO UPDATE SET description = excluded.description,
         expression = excluded.expression
       RETURNING name, id, description, expression`,
      [scope.accountId, scope.region, query.name, query.id, query.description ?? null, query.expression],
    );
    const counted = await tx.query<{ count: string }>(
      'SELECT count(*) FROM stored_queries WHERE account_id = $1 AND region = $2',
      [scope.accountId, scope.region],
    );
    if (Number(counted.rows[0]?.count) > maxQueries) {
      const message = `There are ${maxQueries} stored queries in ${scope.region}, as many as there may be. Delete one first.`;
      throw new DomainError('invalid', 'TooManyStoredQueries', message);
    }
    return queryOf(rows[0] ?? { ...query, description: query.description ?? null });
  });
}

/** Deletes the query of that name. False where there is none. */
export async function deleteStoredQuery(database: Queryable, scope: Scope, name: string): Promise<boolean> {
  const { rowCount } = await database.query(
    'DELETE FROM stored_queries WHERE account_id = $1 AND region = $2 AND name = $3',
    [scope.accountId, scope.region, name],
  );
  return rowCount > 0;
}

function queryOf({ description, ...query }: QueryRow): StoredQuery {
  return description === null ? query : { ...query, description };
}
