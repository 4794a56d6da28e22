// The map of a snapshot as the server answers it and as a browser draws it, at 5 to 1,000,000 resources [--sizes 5,138,10000,100000 --rounds 5 --only server|browser]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../server/command.mjs';
import { runNode, withBundles, writtenDocument } from './bundle.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '5,138,10000,100000,1000000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});

/** @type {Record<string, string>} */
const samples = { 5: 'aws-document-2014.json', 138: 'modern-account.json' };
/** Above so many resources no later document is written: the difference of two of them takes minutes to prepare. */
const mostCompared = 100_000;

await withBundles('graph', ['answers'], async (folder) => {
  for (const size of values.sizes.split(',')) {
    const sample = samples[size];
    const file = sample ? join(root, 'samples', sample) : await writtenDocument(size, 'json');
    if (values.only !== 'server') await runNode([join(root, 'bench', 'graph', 'browser.mjs'), file, values.rounds]);
    if (values.only === 'browser') continue;
    const isCompared = !sample && Number(size) <= mostCompared;
    const later = isCompared ? [await writtenDocument(size, 'json', 'later')] : [];
    await runNode([join(folder, 'answers.js'), file, join(folder, size), values.rounds, ...later]);
  }
});
