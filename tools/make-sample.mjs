#!/usr/bin/env node
/**
 * Writes samples/modern-account.json, equal on every run: what the services of a made-up account would answer (tools/sample), listed by the
 * declarations that list an account of AWS (lib/recorder/sources/aws). A test tells when it was forgotten.
 *
 *   node tools/make-sample.mjs
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildSample } from './sample/build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// Within the project, so that the packages that the bundle leaves out are found from there.
const folder = mkdtempSync(join(root, 'node_modules', '.sample-'));
try {
  const outfile = join(folder, 'source.mjs');
  const contents = `
    export { awsResourceTypes } from './lib/recorder/sources/aws/table';
    export { listAnswers } from './lib/recorder/sources/aws/test-answering-account';`;
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const sample = await buildSample(await import(pathToFileURL(outfile).href));
  writeFileSync(join(root, 'samples', 'modern-account.json'), `${JSON.stringify(sample, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
