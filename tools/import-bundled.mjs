import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../server/command.mjs';

/**
 * Imports what TypeScript of the project exports, which Node.js cannot read by itself.
 *
 * @param {string} contents a module; its imports are relative to the project's folder
 */
export async function importBundled(contents) {
  // Within the project, so that the packages that the bundle leaves out are found from there.
  const folder = await mkdtemp(join(root, 'node_modules', '.bundled-'));
  try {
    const outfile = join(folder, 'module.mjs');
    await build({
      stdin: { contents, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
