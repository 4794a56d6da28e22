#!/usr/bin/env node
/**
 * Writes samples/modern-account.json, equal on every run: what the services of a made-up account would answer (tools/sample), listed by the
 * declarations that list an account of AWS (lib/recorder/sources/aws). A test tells when it was forgotten.
 *
 *   node tools/make-sample.mjs
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../server/command.mjs';
import { importBundled } from './import-bundled.mjs';
import { buildSample } from './sample/build.mjs';

const source = await importBundled(`
  export { awsResourceTypes } from './lib/recorder/sources/aws/table';
  export { listAnswers } from './lib/recorder/sources/aws/test-answering-account';`);
const sample = await buildSample(source);
writeFileSync(join(root, 'samples', 'modern-account.json'), `${JSON.stringify(sample, null, 2)}\n`);
