// The recorder: 100,000 resources out of a file, first recording and unchanged cycle, beside a bare bulk insert [--resources 100000 --rounds 3]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { root } from '../server/command.mjs';

const { values } = parseArgs({
  options: { resources: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' } },
});
// Within the project, so that packages are found.
await mkdir(join(root, '.cache'), { recursive: true });
const folder = await mkdtemp(join(root, '.cache', 'bench-record-'));
try {
  await build({
    entryPoints: ['compare', 'worker'].map((name) => join(root, 'bench', 'record', `${name}.ts`)),
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  const script = join(folder, 'compare.js');
  const child = spawn(process.execPath, [script, folder, values.resources, values.rounds], { stdio: 'inherit' });
  const [code] = await once(child, 'close');
  process.exitCode = code ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
