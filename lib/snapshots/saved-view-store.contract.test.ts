import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../database/database';
import { startTestDatabase } from '../database/test-database';
import { createSavedViews } from './saved-view-store';

let database: Database;
let stop: () => Promise<void>;
let now = new Date('2026-11-28T01:00:00.000Z');
const clock = () => now;

beforeAll(async () => {
  ({ database, stop } = await startTestDatabase());
});
afterAll(() => stop());

const names = ({ views }: { views: { name: string }[] }) => views.map(({ name }) => name);

test('views are kept with their rules, listed by name, renamed, changed and deleted', async () => {
  const views = createSavedViews({ database, clock });
  const rules = { view: ['impact'], focus: ['111122223333/us-west-2/aws::ec2::volume/"\u0000é😀'], __proto__x: [] };
  await views.save({ name: 'web', rules });
  expect(names(await views.save({ name: 'Äpfel', rules: {} }))).toContain('web');
  const listed = await views.save({ name: 'all of it', rules: { group: ['tag:Team'] } });
  expect(names(listed)[0]).toBe('all of it');
  const web = listed.views.find(({ name }) => name === 'web');
  expect(web).toMatchObject({ rules, updatedAt: '2026-11-28T01:00:00.000Z' });

  now = new Date('2026-11-28T02:00:00.000Z');
  const renamed = await views.change(web?.id ?? '', { name: 'web tier' });
  expect(renamed.views.find(({ id }) => id === web?.id)).toEqual({
    ...{ id: web?.id, name: 'web tier', rules, updatedAt: '2026-11-28T02:00:00.000Z' },
  });
  const changed = await views.change(web?.id ?? '', { rules: { view: ['map'] } });
  expect(changed.views.find(({ id }) => id === web?.id)).toMatchObject({ name: 'web tier', rules: { view: ['map'] } });

  expect(names(await views.remove(web?.id ?? ''))).not.toContain('web tier');
  await expect(views.remove(web?.id ?? '')).rejects.toMatchObject({ code: 'NoSuchView' });
  await expect(views.change(web?.id ?? '', {})).rejects.toMatchObject({ code: 'NoSuchView' });
});

test('no two views have one name, however many are saved at once', async () => {
  const views = createSavedViews({ database, clock });
  const saved = await Promise.allSettled(Array.from({ length: 6 }, () => views.save({ name: 'twice', rules: {} })));
  expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of saved)
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'ViewNameInUse' });
  const { views: all } = await views.save({ name: 'other', rules: {} });
  const other = all.find(({ name }) => name === 'other');
  await expect(views.change(other?.id ?? '', { name: 'twice' })).rejects.toMatchObject({ code: 'ViewNameInUse' });
  await views.change(other?.id ?? '', { name: 'other' });
});

test('there are no more than 500', async () => {
  await database.query(
    `INSERT INTO saved_views (id, name, rules, updated_at)
     SELECT gen_random_uuid(), 'many ' || n, '{}', now() FROM generate_series(1, 500) n`,
  );
  const views = createSavedViews({ database, clock });
  await expect(views.save({ name: 'one more', rules: {} })).rejects.toMatchObject({ code: 'TooManyViews' });
});
