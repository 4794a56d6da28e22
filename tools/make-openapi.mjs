#!/usr/bin/env node
/**
 * Writes docs/openapi.json, and the table of routes in docs/api.md, from the contract that pages and routes share (lib/api/openapi). To be
 * run after a change of the contract; a test tells when it was forgotten.
 *
 *   node tools/make-openapi.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../server/command.mjs';
import { importBundled } from './import-bundled.mjs';

const { openapiDocument, routesTable } = await importBundled(`export * from './lib/api/openapi/document';`);

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
writeFileSync(join(root, 'docs/openapi.json'), `${JSON.stringify(openapiDocument(version), null, 2)}\n`);

const api = join(root, 'docs/api.md');
const [before, rest] = readFileSync(api, 'utf8').split('<!-- routes -->\n');
const after = rest?.split('<!-- end of routes -->')[1];
if (after === undefined) throw new Error('docs/api.md lacks its marks <!-- routes --> and <!-- end of routes -->.');
writeFileSync(api, `${before}<!-- routes -->\n\n${routesTable()}\n\n<!-- end of routes -->${after}`);
