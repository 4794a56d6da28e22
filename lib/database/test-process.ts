import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

/**
 * For tests: runs TypeScript in a Node process of its own, which a test may kill.
 * @param source a module; its `@/` imports are ours
 * @returns once it has printed a line, which is `line`
 */
export async function startProcess(source: string): Promise<{ pid: number; line: string; kill(): Promise<void> }> {
  const outfile = path.resolve('node_modules/.cache/snapscope-tests', `${randomUUID()}.mjs`);
  await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '@': process.cwd() },
    logLevel: 'error',
  });
  const child = spawn(process.execPath, [outfile], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    }
    await rm(outfile, { force: true });
  };
  try {
    return { pid: child.pid ?? 0, line: await firstLine(child), kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The process has no output.');
  for await (const line of createInterface(child.stdout)) return line;
  throw new Error('The process ended without a word.');
}
