import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The name of the program that a process runs (on Linux its first 15 bytes).
 * @returns undefined when there is no such process, or it has ended and only waits to be collected by its parent
 */
export async function processName(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // proc(5): `pid (comm) state …`, where comm itself may hold parentheses.
    const [, name, state] = /^\d+ \((.*)\) (.)/s.exec(text) ?? [];
    return state === 'Z' || state === 'X' ? undefined : name;
  }
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'win32') return 'unknown';
  const { stdout } = await run('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim().split('/').at(-1) || undefined;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
