import type { Queryable } from '../../database/database';
import type { Scope } from '../../items/scope';
import { sanitizeText } from './sanitize-text';

/** How the last reading of a listing of a source went. */
export interface ListingStatus {
  source: string;
  listing: string;
  resourceTypes: readonly string[];
  lastStatus: 'SUCCESS' | 'FAILURE';
  lastAttemptTime: Date;
  lastSuccessfulTime?: Date;
  durationMs: number;
  /** Resources of the last reading that was whole. */
  itemCount: number;
  errorCode?: string;
  errorMessage?: string;
  /** What the caller lacks, such as `ec2:DescribeHosts`. */
  missingPermission?: string;
}

/** The listings of all sources, in order of their names. */
export async function findListingStatuses(database: Queryable, scope: Scope): Promise<ListingStatus[]> {
  const { rows } = await database.query<{
    source: string;
    listing: string;
    resource_types: string[];
    last_status: ListingStatus['lastStatus'];
    last_attempt_time: Date;
    last_successful_time: Date | null;
    duration_ms: number;
    item_count: number;
    error_code: string | null;
    error_message: string | null;
    missing_permission: string | null;
  }>('SELECT * FROM recorder_listings WHERE account_id = $1 AND region = $2 ORDER BY source, listing', [
    scope.accountId,
    scope.region,
  ]);
  return rows.map((row) => ({
    source: row.source,
    listing: row.listing,
    resourceTypes: row.resource_types,
    lastStatus: row.last_status,
    lastAttemptTime: row.last_attempt_time,
    lastSuccessfulTime: row.last_successful_time ?? undefined,
    durationMs: row.duration_ms,
    itemCount: row.item_count,
    errorCode: row.error_code ?? undefined,
    errorMessage: row.error_message ?? undefined,
    missingPermission: row.missing_permission ?? undefined,
  }));
}

/** Notes how a listing's reading went. One that failed keeps count and time of the last whole one. */
export async function saveListingStatus(
  database: Queryable,
  scope: Scope,
  status: Omit<ListingStatus, 'lastSuccessfulTime'>,
): Promise<void> {
  const failed = status.lastStatus === 'FAILURE';
  await database.query(
    `INSERT INTO recorder_listings AS p (account_id, region, source, listing, resource_types, last_status, last_attempt_time,
       last_successful_time, duration_ms, item_count, error_code, error_message, missing_permission)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (account_id, region, source, listing) DO UPDATE SET resource_types = excluded.resource_types,
       last_status = excluded.last_status, last_attempt_time = excluded.last_attempt_time,
       last_successful_time = coalesce(excluded.last_successful_time, p.last_successful_time),
       duration_ms = excluded.duration_ms, error_code = excluded.error_code, error_message = excluded.error_message,
       missing_permission = excluded.missing_permission,
       item_count = CASE WHEN excluded.last_status = 'FAILURE' THEN p.item_count ELSE excluded.item_count END`,
    [
      scope.accountId,
      scope.region,
      status.source,
      status.listing,
      status.resourceTypes,
      status.lastStatus,
      status.lastAttemptTime,
      failed ? null : status.lastAttemptTime,
      status.durationMs,
      failed ? 0 : status.itemCount,
      status.errorCode === undefined ? null : sanitizeText(status.errorCode),
      status.errorMessage === undefined ? null : sanitizeText(status.errorMessage),
      status.missingPermission === undefined ? null : sanitizeText(status.missingPermission),
    ],
  );
}

/** Forgets listings of which a source that was read to its end told nothing, and of whose types nothing is to be recorded. */
export async function clearRetiredListings(
  database: Queryable,
  scope: Scope,
  source: string,
  ended: readonly { listing: string }[],
  records: (resourceType: string) => boolean,
): Promise<void> {
  const known = await findListingStatuses(database, scope);
  const retired = known.filter(
    (one) =>
      one.source === source &&
      !ended.some(({ listing }) => listing === one.listing) &&
      !one.resourceTypes.some(records),
  );
  if (retired.length === 0) return;
  await database.query(
    'DELETE FROM recorder_listings WHERE account_id = $1 AND region = $2 AND source = $3 AND listing = ANY ($4)',
    [scope.accountId, scope.region, source, retired.map(({ listing }) => listing)],
  );
}
