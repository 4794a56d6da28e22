// Reading a snapshot beside gzip, jq and DuckDB: opening, answers, comparing, SQL [--items 100000 --rounds 5 --only open|compare|sql|api --file x.json.gz]
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../server/command.mjs';
import { runNode, withBundles, writtenDocument } from './bundle.mjs';

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    file: { type: 'string' },
    only: { type: 'string' },
  },
});

const { items, only, rounds } = values;
await withBundles('read', ['compare', 'open', 'two', 'comparing', 'asking'], async (folder) => {
  const file = values.file ? resolve(values.file) : await writtenDocument(items, 'json');
  if (!only || only === 'open') await runNode([join(folder, 'compare.js'), file, folder, rounds]);
  if (!only || only === 'api') await runNode([join(root, 'bench', 'read', 'answers.mjs'), file]);
  if (!only || only === 'sql') await runNode([join(folder, 'asking.js'), file, folder, rounds]);
  // A file of one's own has no later one.
  if (!values.file && (!only || only === 'compare')) {
    const others = [
      await writtenDocument(items, 'json', 'later'),
      await writtenDocument(items, 'ndjson'),
      await writtenDocument(items, 'ndjson', 'later'),
    ];
    await runNode([join(folder, 'comparing.js'), file, ...others, folder, rounds]);
  }
});
