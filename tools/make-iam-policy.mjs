#!/usr/bin/env node
/**
 * Writes docs/iam-policy.json from the table of AWS resource types (lib/recorder/sources/aws/table.ts): the least that the source
 * `aws` needs. A test holds the file to the table.
 *
 *   node tools/make-iam-policy.mjs
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
// Within the project, so that the packages that the bundle leaves out are found from there.
const folder = mkdtempSync(join(root, 'node_modules', '.iam-policy-'));
try {
  const outfile = join(folder, 'policy.mjs');
  const contents = `
    import { leastIamPolicy, policyText } from './lib/recorder/sources/aws/iam-policy';
    import { awsResourceTypes } from './lib/recorder/sources/aws/table';
    export const text = policyText(leastIamPolicy(awsResourceTypes));`;
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const { text } = await import(pathToFileURL(outfile).href);
  writeFileSync(join(root, 'docs', 'iam-policy.json'), text);
} finally {
  rmSync(folder, { recursive: true });
}
