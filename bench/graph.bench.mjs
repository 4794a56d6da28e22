// The map of a snapshot as the server answers it, at 5 to 1,000,000 resources [--sizes 5,138,10000,100000 --rounds 5]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { root } from '../server/command.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '5,138,10000,100000,1000000' },
    rounds: { type: 'string', default: '5' },
  },
});

/** @param {string[]} args */
async function node(args) {
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}`);
}

/** @type {Record<string, string>} */
const samples = { 5: 'aws-document-2014.json', 138: 'modern-account.json' };
/** Above so many resources no later document is written: the difference of two of them takes minutes to prepare. */
const mostCompared = 100_000;

/** The document of so many resources: a sample, or a generated file that is kept for the next time. @param {string} size @param {string[]} later */
async function documentOf(size, ...later) {
  const sample = samples[size];
  if (sample) return join(root, 'samples', sample);
  const file = join(cache, `${[size, ...later].join('-')}.json.gz`);
  if (existsSync(file)) return file;
  console.log(`Writing ${size} items to ${file}`);
  // Half a file is none.
  const aside = file.replace('.json.gz', '-part.json.gz');
  await node([join(root, 'bench', 'write-snapshot.mjs'), size, aside, '1', ...later]);
  await rename(aside, file);
  return file;
}

// Within the project, so that packages are found; the same files as those that are read by `npm run bench read`.
const cache = join(root, '.cache', 'bench-read');
await mkdir(cache, { recursive: true });
const folder = await mkdtemp(join(cache, 'run-'));
try {
  await build({
    entryPoints: [join(root, 'bench', 'graph', 'answers.ts')],
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  for (const size of values.sizes.split(',')) {
    const file = await documentOf(size);
    const isCompared = !(size in samples) && Number(size) <= mostCompared;
    const later = isCompared ? [await documentOf(size, 'later')] : [];
    await node([join(folder, 'answers.js'), file, join(folder, size), values.rounds, ...later]);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
