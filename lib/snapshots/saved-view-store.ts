import type { Clock } from '../clock';
import type { Database, Queryable } from '../database/database';
import { DomainError } from '../errors';

/** What somebody wants to see again: rules, as parameters of a URL, that hold for any document. */
export interface SavedView {
  id: string;
  /** Unique. */
  name: string;
  rules: Record<string, string[]>;
  updatedAt: string;
}

interface ViewRow extends Omit<SavedView, 'updatedAt'> {
  updated_at: Date;
}

/** All of them are shown in one list. */
const maxViews = 500;

/** Keeps named views of maps. Each command answers all views there are then, in the order of their names. */
export function createSavedViews({ database, clock }: { database: Database; clock: Clock }) {
  /** Nobody else saves meanwhile: names stay unique and few. */
  const alone = (work: (tx: Queryable) => Promise<void>) =>
    database.transaction(async (tx) => {
      await tx.query('LOCK TABLE saved_views IN SHARE ROW EXCLUSIVE MODE');
      await work(tx);
      return list(tx);
    });

  return {
    list: () => list(database),

    /**
     * Saves a view under a new name.
     *
     * @throws DomainError `ViewNameInUse` where there is one of that name, `TooManyViews` above 500.
     */
    save: ({ name, rules }: Pick<SavedView, 'name' | 'rules'>) =>
      alone(async (tx) => {
        await refuseNameInUse(tx, name);
        const { rows } = await tx.query<{ count: string }>('SELECT count(*) FROM saved_views');
        if (Number(rows[0]?.count) >= maxViews) {
          const message = `There are ${maxViews} saved views, as many as there may be. Delete one first.`;
          throw new DomainError('conflict', 'TooManyViews', message);
        }
        await tx.query('INSERT INTO saved_views (id, name, rules, updated_at) VALUES ($1, $2, $3, $4)', [
          ...[crypto.randomUUID(), name, JSON.stringify(rules), clock()],
        ]);
      }),

    /**
     * Renames a view, or replaces its rules; what is absent stays as it is.
     *
     * @throws DomainError `NoSuchView`, `ViewNameInUse`
     */
    change: (id: string, { name, rules }: Partial<Pick<SavedView, 'name' | 'rules'>>) =>
      alone(async (tx) => {
        if (name !== undefined) await refuseNameInUse(tx, name, id);
        const { rowCount } = await tx.query(
          'UPDATE saved_views SET name = coalesce($2, name), rules = coalesce($3::json, rules), updated_at = $4 WHERE id = $1',
          [id, name ?? null, rules ? JSON.stringify(rules) : null, clock()],
        );
        if (rowCount === 0) throw noSuchView(id);
      }),

    /**
     * Deletes a view.
     *
     * @throws DomainError `NoSuchView`
     */
    remove: (id: string) =>
      alone(async (tx) => {
        const { rowCount } = await tx.query('DELETE FROM saved_views WHERE id = $1', [id]);
        if (rowCount === 0) throw noSuchView(id);
      }),
  };
}

async function list(database: Queryable): Promise<{ views: SavedView[] }> {
  const { rows } = await database.query<ViewRow>(
    'SELECT id, name, rules, updated_at FROM saved_views ORDER BY lower(name), name COLLATE "C"',
  );
  return {
    views: rows.map(({ id, name, rules, updated_at }) => ({ id, name, rules, updatedAt: updated_at.toISOString() })),
  };
}

async function refuseNameInUse(tx: Queryable, name: string, id?: string): Promise<void> {
  const { rows } = await tx.query('SELECT id FROM saved_views WHERE name = $1 AND id IS DISTINCT FROM $2', [
    name,
    id ?? null,
  ]);
  if (rows.length === 0) return;
  const message = `There is a saved view called “${name}” already. Choose another name, or change that one.`;
  throw new DomainError('conflict', 'ViewNameInUse', message);
}

function noSuchView(id: string): DomainError {
  return new DomainError(
    'not-found',
    'NoSuchView',
    `There is no saved view ${id}. It may have been deleted meanwhile.`,
  );
}
