#!/usr/bin/env node
/**
 * Writes .env.example and the README's table of settings from their declarations (lib/settings/declarations). To be run after a change
 * of these; a test tells when it was forgotten.
 *
 *   node tools/make-settings-docs.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../server/command.mjs';
import { importBundled } from './import-bundled.mjs';

const { envExample, settingsTable } = await importBundled(`export * from './tools/settings-docs';`);

writeFileSync(join(root, '.env.example'), envExample());

const readme = join(root, 'README.md');
const [before, rest] = readFileSync(readme, 'utf8').split('<!-- settings -->\n');
const after = rest?.split('<!-- end of settings -->')[1];
if (after === undefined) throw new Error('README.md lacks its marks <!-- settings --> and <!-- end of settings -->.');
writeFileSync(readme, `${before}<!-- settings -->\n\n${settingsTable()}\n\n<!-- end of settings -->${after}`);
