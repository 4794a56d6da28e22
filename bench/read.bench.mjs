// Reading a snapshot: opening with index beside gzip and jq, answers when warm, the cached index [--items 100000 --rounds 5 --file x.json.gz]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { root } from '../tools/command.mjs';

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    file: { type: 'string' },
  },
});

/** @param {string[]} args */
async function node(args) {
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}`);
}

// Within the project, so that packages are found.
const cache = join(root, '.cache', 'bench-read');
await mkdir(cache, { recursive: true });
const folder = await mkdtemp(join(cache, 'run-'));
try {
  const file = values.file ? resolve(values.file) : join(cache, `${values.items}.json.gz`);
  if (!existsSync(file)) {
    console.log(`Writing ${values.items} items to ${file}`);
    await node([join(root, 'bench', 'write-snapshot.mjs'), values.items, file]);
  }
  await build({
    entryPoints: ['compare', 'open'].map((name) => join(root, 'bench', 'read', `${name}.ts`)),
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  await node([join(folder, 'compare.js'), file, folder, values.rounds]);
} finally {
  await rm(folder, { recursive: true, force: true });
}
