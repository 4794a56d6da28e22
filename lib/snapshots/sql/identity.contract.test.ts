import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDirectoryStore } from '../../object-store/directory';
import { PlainModel } from '../index/test-model';
import { createDocumentCache } from '../opening/document-cache';
import { documentPairs } from '../test-several-scopes';
import { createQueries } from './query';
import { createTableCache } from './tables/table-cache';

const bucket = 'several-scopes';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snapscope-identity-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('SQL over two documents finds the resources that the model finds in both', async () => {
  const store = createDirectoryStore({ root: join(folder, 'objects') });
  await store.createBucket(bucket);
  const documents = await createDocumentCache({ store, folder: join(folder, 'documents'), maxBytes: 1 << 26 });
  const tables = await createTableCache({ store, documents, folder: join(folder, 'tables') });
  const queries = createQueries({ tables, limits: { seconds: 60, memoryBytes: 300e6, rows: 1000 } });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(documentPairs, async ([before, after]) => {
      run += 1;
      const names = [`${run}/before.json`, `${run}/after.json`];
      for (const [at, configurationItems] of [before, after].entries()) {
        await store.put(bucket, names[at] ?? '', Buffer.from(JSON.stringify({ configurationItems })));
      }
      const { rows } = await queries.run({
        documents: names.map((key) => ({ bucket, key })),
        sql: `SELECT awsAccountId || '/' || awsRegion || '/' || replace(lower(resourceType), '/', '%2F') || '/' || resourceId AS identity
          FROM items GROUP BY identity HAVING count(DISTINCT snapshot) = 2 ORDER BY identity`,
        language: 'sql',
      });
      // The table has every item, those that tell of a deletion as well.
      const [inBefore, inAfter] = [before, after].map((items) => {
        const model = new PlainModel(items);
        return new Set(items.map((_, at) => model.keyOf(at)));
      });
      expect(rows.flat()).toEqual([...(inBefore ?? [])].filter((key) => inAfter?.has(key)).sort());
    }),
    { numRuns: 5 },
  );
});
