// The recorder: 100,000 resources out of a file, first recording and unchanged cycle, beside a bare bulk insert [--resources 100000 --rounds 3]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runNode, withBundles } from './bundle.mjs';

const { values } = parseArgs({
  options: { resources: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' } },
});
await withBundles('record', ['compare', 'worker'], (folder) =>
  runNode([join(folder, 'compare.js'), folder, values.resources, values.rounds]),
);
