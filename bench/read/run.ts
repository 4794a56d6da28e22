import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export interface Ended {
  seconds: number;
  output: string;
  /** MiB that the last program of the pipeline held at its highest; 0 where the system does not tell. */
  peak: number;
}

/** Runs programs whose outputs lead into each other; undefined where one is missing or fails. */
export async function run(...programs: [command: string, ...args: string[]][]): Promise<Ended | undefined> {
  const started = performance.now();
  const children: ChildProcess[] = [];
  for (const [command, ...args] of programs) {
    const before = children.at(-1);
    const child = spawn(command, args, { stdio: [before ? 'pipe' : 'ignore', 'pipe', 'inherit'] });
    if (before?.stdout && child.stdin) before.stdout.pipe(child.stdin).on('error', () => undefined);
    children.push(child);
  }
  const last = children.at(-1);
  let [output, peak] = ['', 0];
  last?.stdout?.on('data', (chunk) => (output += chunk));
  const look = setInterval(() => {
    peak = Math.max(peak, highest(last?.pid));
  }, 10);
  const codes = await Promise.all(
    children.map((child) =>
      Promise.race([once(child, 'close').then(([code]) => code as number), once(child, 'error').then(() => -1)]),
    ),
  );
  clearInterval(look);
  return codes.every((code) => code === 0)
    ? { seconds: (performance.now() - started) / 1000, output: output.trim(), peak }
    : undefined;
}

function highest(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
