import type { Clock } from '../../clock';
import type { Database } from '../../database/database';
import { DomainError } from '../../errors';
import type { ObjectStore } from '../../object-store/port';
import {
  type AttemptFilter,
  type AttemptPlace,
  findAttempt,
  listAttemptRegions,
  listAttempts,
} from './attempt-list-store';
import type { Attempt } from './attempt-store';
import { attemptView } from './attempt-view';
import { listDeliveredObjects } from './object-record-store';
import { verifyObjects } from './verify';

/** The record of the deliveries of one account in all its Regions. */
export function createDeliveryRecord(parts: {
  database: Database;
  store: ObjectStore;
  clock: Clock;
  accountId: string;
}) {
  const { database, store, clock, accountId } = parts;

  async function requireAttempt(id: string): Promise<Attempt> {
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
    const found = isId ? await findAttempt(database, accountId, id) : undefined;
    if (found) return found;
    const message = `There is no delivery "${id.slice(0, 100)}" in the record. Old ones are deleted after SNAPSCOPE_DELIVERY_RETENTION_DAYS.`;
    throw new DomainError('not-found', 'NoSuchDelivery', message);
  }

  return {
    /**
     * A page of attempts, newest first (`attemptsView` in the browser contract).
     *
     * @throws DomainError `InvalidCursor`.
     */
    async attempts({ cursor, limit, ...filter }: AttemptFilter & { cursor?: string; limit: number }) {
      const after = cursor === undefined ? undefined : readCursor(cursor);
      const [found, regions] = await Promise.all([
        listAttempts(database, accountId, { filter, after, limit: limit + 1 }),
        listAttemptRegions(database, accountId),
      ]);
      const last = found[limit - 1];
      return {
        attempts: found.slice(0, limit).map(attemptView),
        nextCursor: found.length > limit && last ? printCursor(last) : undefined,
        regions,
      };
    },

    /**
     * One attempt with the objects that it delivered.
     *
     * @throws DomainError `NoSuchDelivery`.
     */
    async attempt(id: string) {
      const found = await requireAttempt(id);
      return { attempt: attemptView(found), objects: await listDeliveredObjects(database, found.configSnapshotId) };
    },

    /**
     * Reads what an attempt delivered again, and says whether it is still that.
     *
     * @throws DomainError `NoSuchDelivery`, `NothingToVerify`.
     */
    async verify(id: string) {
      const { configSnapshotId, phase } = await requireAttempt(id);
      const delivered = await listDeliveredObjects(database, configSnapshotId);
      if (delivered.length === 0 || (phase !== 'delivered' && phase !== 'failed')) {
        const message =
          phase === 'delivered'
            ? 'This delivery was made before hashes were kept: there is nothing to compare its object with.'
            : 'This delivery has put nothing into the bucket that could be verified.';
        throw new DomainError('conflict', 'NothingToVerify', message);
      }
      const result = await verifyObjects(store, delivered);
      return { configSnapshotId, checkedAt: clock().toISOString(), ...result };
    },
  };
}

function printCursor({ requestedAt, configSnapshotId }: AttemptPlace): string {
  return Buffer.from(`${requestedAt.getTime()} ${configSnapshotId}`).toString('base64url');
}

function readCursor(cursor: string): AttemptPlace {
  const [, time, id] = /^(\d{1,15}) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (time !== undefined && id !== undefined) return { requestedAt: new Date(Number(time)), configSnapshotId: id };
  throw new DomainError(
    'invalid',
    'InvalidCursor',
    'The cursor is not one of this list. Start from the first page again.',
  );
}
