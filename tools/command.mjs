import { join } from 'node:path';
import { nextBin, root, run } from '../server/command.mjs';

/** The script behind a command of a package that developers install, to be run with this very Node. */
const bin = {
  biome: join(root, 'node_modules/@biomejs/biome/bin/biome'),
  knip: join(root, 'node_modules/knip/bin/knip.js'),
  next: nextBin,
  playwright: join(root, 'node_modules/@playwright/test/cli.js'),
  tsc: join(root, 'node_modules/typescript/bin/tsc'),
  vitest: join(root, 'node_modules/vitest/vitest.mjs'),
};

/** Runs an installed package's command with this Node. @param {keyof typeof bin} name @param {string[]} args @param {Parameters<typeof run>[2]} [options] */
export const runBin = (name, args, options) => run(process.execPath, [bin[name], ...args], options);
