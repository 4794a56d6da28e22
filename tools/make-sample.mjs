// Writes samples/modern-account.json, equal on every run.
import { writeFileSync } from 'node:fs';
import { buildSample } from './sample/build.mjs';

writeFileSync(
  new URL('../samples/modern-account.json', import.meta.url),
  `${JSON.stringify(buildSample(), null, 2)}\n`,
);
