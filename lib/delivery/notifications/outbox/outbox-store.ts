import type { Queryable } from '../../../database/database';
import type { Scope } from '../../../items/scope';
import type { Receiver } from './cursor-store';

/** A message that waits for its receiver. */
export interface OutboxMessage {
  id: number;
  /** Empty for the webhook. */
  subject: string;
  body: string;
}

/** Enters a message for the topic, in the transaction of what it tells of. Nothing is entered where the channel has no topic. */
export async function enqueueTopicMessage(
  tx: Queryable,
  scope: Scope,
  message: { subject: string; message: string },
  now: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO notification_outbox (account_id, region, receiver, subject, body, created_at)
     SELECT account_id, region, receiver, $3, $4, $5 FROM notification_lanes
     WHERE account_id = $1 AND region = $2 AND receiver = 'topic'`,
    [scope.accountId, scope.region, message.subject, message.message, now],
  );
}

/** Enters an alert for the webhook, in the transaction of what it tells of. */
export async function enqueueAlert(tx: Queryable, scope: Scope, body: string, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO notification_lanes (account_id, region, receiver) VALUES ($1, $2, 'webhook') ON CONFLICT DO NOTHING`,
    [scope.accountId, scope.region],
  );
  await tx.query(
    `INSERT INTO notification_outbox (account_id, region, receiver, subject, body, created_at)
     VALUES ($1, $2, 'webhook', '', $3, $4)`,
    [scope.accountId, scope.region, body, now],
  );
}

/** The oldest messages for a receiver. */
export async function listMessages(
  database: Queryable,
  scope: Scope,
  receiver: Receiver,
  limit: number,
): Promise<OutboxMessage[]> {
  const { rows } = await database.query<{ id: string; subject: string; body: string }>(
    `SELECT id, subject, body FROM notification_outbox
     WHERE account_id = $1 AND region = $2 AND receiver = $3 ORDER BY id LIMIT $4`,
    [scope.accountId, scope.region, receiver, limit],
  );
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

/** Forgets messages that their receiver took. */
export async function removeMessages(tx: Queryable, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await tx.query('DELETE FROM notification_outbox WHERE id = ANY ($1::bigint[])', [ids]);
}

/** Gives up messages for a receiver that were entered before `before`. */
export async function dropMessages(tx: Queryable, scope: Scope, receiver: Receiver, before: Date): Promise<number> {
  const { rowCount } = await tx.query(
    `DELETE FROM notification_outbox WHERE account_id = $1 AND region = $2 AND receiver = $3 AND created_at < $4`,
    [scope.accountId, scope.region, receiver, before],
  );
  return rowCount;
}
