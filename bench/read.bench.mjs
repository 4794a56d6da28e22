// Reading a snapshot beside gzip, jq and DuckDB: opening, answers, comparing, SQL [--items 100000 --rounds 5 --only open|compare|sql|api --file x.json.gz]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { root } from '../server/command.mjs';

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    file: { type: 'string' },
    only: { type: 'string' },
  },
});

/** @param {string[]} args */
async function node(args) {
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}`);
}

/** A generated file, kept for the next time. @param {string} form @param {string[]} later */
async function written(form, ...later) {
  const file = join(cache, `${[values.items, ...later].join('-')}.${form}.gz`);
  if (existsSync(file)) return file;
  console.log(`Writing ${values.items} items to ${file}`);
  // Half a file is none.
  const aside = file.replace(`.${form}.gz`, `-part.${form}.gz`);
  await node([join(root, 'bench', 'write-snapshot.mjs'), values.items, aside, '1', ...later]);
  await rename(aside, file);
  return file;
}

// Within the project, so that packages are found.
const cache = join(root, '.cache', 'bench-read');
await mkdir(cache, { recursive: true });
const folder = await mkdtemp(join(cache, 'run-'));
try {
  const file = values.file ? resolve(values.file) : await written('json');
  await build({
    entryPoints: ['compare', 'open', 'two', 'comparing', 'asking'].map((name) =>
      join(root, 'bench', 'read', `${name}.ts`),
    ),
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  const { only, rounds } = values;
  if (!only || only === 'open') await node([join(folder, 'compare.js'), file, folder, rounds]);
  if (!only || only === 'api') await node([join(root, 'bench', 'read', 'answers.mjs'), file]);
  if (!only || only === 'sql') await node([join(folder, 'asking.js'), file, folder, rounds]);
  // A file of one's own has no later one.
  if (!values.file && (!only || only === 'compare')) {
    const others = [await written('json', 'later'), await written('ndjson'), await written('ndjson', 'later')];
    await node([join(folder, 'comparing.js'), file, ...others, folder, rounds]);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
