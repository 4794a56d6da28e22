// `npm run bench`: lists the benchmarks; `npm run bench <name> [options]` runs one. Each is bench/<name>.bench.mjs, whose first line says
// what it measures.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../server/command.mjs';

const folder = join(root, 'bench');
const ending = '.bench.mjs';
/** @param {string} name */
const fileOf = (name) => join(folder, name + ending);

function list() {
  const names = readdirSync(folder).filter((file) => file.endsWith(ending));
  for (const name of names.map((file) => file.slice(0, -ending.length)).sort()) {
    const [first = ''] = readFileSync(fileOf(name), 'utf8').split('\n');
    console.log(`npm run bench ${name.padEnd(12)} ${first.replace(/^\/\/ /, '')}`);
  }
}

const [name, ...options] = process.argv.slice(2);
if (name === undefined) {
  list();
} else if (/^[a-z-]+$/.test(name) && existsSync(fileOf(name))) {
  const child = spawn(process.execPath, [fileOf(name), ...options], { cwd: root, stdio: 'inherit' });
  // Ctrl-C reaches the child by itself, as it shares our terminal; we only must not end before it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('close', (code) => process.exit(code ?? 1));
} else {
  console.error(`There is no benchmark "${name}". There are:`);
  list();
  process.exitCode = 2;
}
