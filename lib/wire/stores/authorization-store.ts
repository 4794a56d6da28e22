import type { Queryable } from '../../database/database';
import type { Scope } from '../../items/scope';

/** Lets the aggregators of an account and Region read what is recorded in the account and Region that gave it. */
export interface AggregationAuthorization {
  /** Whose aggregators may read. */
  authorized: Scope;
  createdAt: Date;
}

interface AuthorizationRow {
  authorized_account_id: string;
  authorized_region: string;
  created_at: Date;
}

const columns = 'authorized_account_id, authorized_region, created_at';

/** The authorization for the aggregators of `authorized`, or undefined. */
export async function findAuthorization(
  database: Queryable,
  scope: Scope,
  authorized: Scope,
): Promise<AggregationAuthorization | undefined> {
  const { rows } = await database.query<AuthorizationRow>(
    `SELECT ${columns} FROM aggregation_authorizations
     WHERE account_id = $1 AND region = $2 AND authorized_account_id = $3 AND authorized_region = $4`,
    [scope.accountId, scope.region, authorized.accountId, authorized.region],
  );
  return rows[0] && authorizationOf(rows[0]);
}

/** Authorizations in order of account and Region, at most `limit` of those after `after`. */
export async function listAuthorizations(
  database: Queryable,
  scope: Scope,
  page: { after?: Scope; limit: number },
): Promise<AggregationAuthorization[]> {
  const { rows } = await database.query<AuthorizationRow>(
    `SELECT ${columns} FROM aggregation_authorizations
     WHERE account_id = $1 AND region = $2
       AND ($3::text IS NULL OR (authorized_account_id, authorized_region) > ($3, $4))
     ORDER BY authorized_account_id, authorized_region LIMIT $5`,
    [scope.accountId, scope.region, page.after?.accountId ?? null, page.after?.region ?? null, page.limit],
  );
  return rows.map(authorizationOf);
}

/** Gives an authorization; one that is there stays as it is. */
export async function addAuthorization(
  database: Queryable,
  scope: Scope,
  { authorized, createdAt }: AggregationAuthorization,
): Promise<void> {
  await database.query(
    `INSERT INTO aggregation_authorizations (account_id, region, ${columns}) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [scope.accountId, scope.region, authorized.accountId, authorized.region, createdAt],
  );
}

/** Takes an authorization back; one that is not there is no error. */
export async function removeAuthorization(database: Queryable, scope: Scope, authorized: Scope): Promise<void> {
  await database.query(
    `DELETE FROM aggregation_authorizations
     WHERE account_id = $1 AND region = $2 AND authorized_account_id = $3 AND authorized_region = $4`,
    [scope.accountId, scope.region, authorized.accountId, authorized.region],
  );
}

/** Of these accounts, those that authorized the aggregators of `authorized`, with the Region that each did so in. */
export async function listAuthorizing(
  database: Queryable,
  authorized: Scope,
  accountIds: readonly string[],
): Promise<Scope[]> {
  const { rows } = await database.query<{ account_id: string; region: string }>(
    `SELECT account_id, region FROM aggregation_authorizations
     WHERE authorized_account_id = $1 AND authorized_region = $2 AND account_id = ANY ($3)
     ORDER BY account_id, region`,
    [authorized.accountId, authorized.region, accountIds],
  );
  return rows.map((row) => ({ accountId: row.account_id, region: row.region }));
}

function authorizationOf(row: AuthorizationRow): AggregationAuthorization {
  return {
    authorized: { accountId: row.authorized_account_id, region: row.authorized_region },
    createdAt: row.created_at,
  };
}
