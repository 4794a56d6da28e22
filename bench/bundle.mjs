// What several benches share: programs in TypeScript as files that Node runs, and documents that are written once
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../server/command.mjs';

/** Within the project, so that packages are found. */
const cache = join(root, '.cache');
/** Documents that are kept for the next time. */
const documents = join(cache, 'bench-read');

/**
 * Runs Node and waits for its end; it prints where this process does.
 *
 * @param {string[]} args
 * @throws Error where it ends with anything but 0
 */
export async function runNode(args) {
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}`);
}

/**
 * Bundles programs of a folder of `bench` into a folder of their own, `<name>.js` each, for as long as `use` takes.
 *
 * @param {string} area
 * @param {string[]} names
 * @param {(folder: string) => Promise<void>} use
 */
export async function withBundles(area, names, use) {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, `bench-${area}-run-`));
  try {
    await build({
      entryPoints: names.map((name) => join(root, 'bench', area, `${name}.ts`)),
      outdir: folder,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    });
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A generated document of so many items, kept for the next time.
 *
 * @param {string} items
 * @param {'json' | 'ndjson'} form
 * @param {string[]} later
 */
export async function writtenDocument(items, form, ...later) {
  await mkdir(documents, { recursive: true });
  const file = join(documents, `${[items, ...later].join('-')}.${form}.gz`);
  if (existsSync(file)) return file;
  console.log(`Writing ${items} items to ${file}`);
  // Half a file is none.
  const aside = file.replace(`.${form}.gz`, `-part.${form}.gz`);
  await runNode([join(root, 'bench', 'write-snapshot.mjs'), items, aside, '1', ...later]);
  await rename(aside, file);
  return file;
}
