#!/usr/bin/env node
/**
 * Writes docs/iam-policy.json from the table of AWS resource types (lib/recorder/sources/aws/table.ts): the least that the source
 * `aws` needs. A test holds the file to the table.
 *
 *   node tools/make-iam-policy.mjs
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../server/command.mjs';
import { importBundled } from './import-bundled.mjs';

const { text } = await importBundled(`
  import { leastIamPolicy, policyText } from './lib/recorder/sources/aws/iam-policy';
  import { awsResourceTypes } from './lib/recorder/sources/aws/table';
  export const text = policyText(leastIamPolicy(awsResourceTypes));`);
writeFileSync(join(root, 'docs', 'iam-policy.json'), text);
