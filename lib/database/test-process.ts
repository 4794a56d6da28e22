import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

/** A process of ours that a test may kill; it has printed `line`. */
interface TestProcess {
  pid: number;
  line: string;
  kill(): Promise<void>;
}

/**
 * For tests: TypeScript made ready to run in Node processes of their own, one after the other or at once.
 * @param source a module; its `@/` imports are ours
 */
export async function bundleProcess(source: string): Promise<{
  /** @returns once the process has printed a line */
  start(): Promise<TestProcess>;
  /** Takes the bundle away. */
  remove(): Promise<void>;
}> {
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
  return { start: () => start(outfile), remove: () => rm(outfile, { force: true }) };
}

/** For tests: runs TypeScript once in a Node process of its own. The same as `bundleProcess`, and its bundle goes with the process. */
export async function startProcess(source: string): Promise<TestProcess> {
  const bundle = await bundleProcess(source);
  try {
    const started = await bundle.start();
    return { ...started, kill: () => started.kill().then(bundle.remove) };
  } catch (error) {
    await bundle.remove();
    throw error;
  }
}

async function start(program: string): Promise<TestProcess> {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
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
