import { setImmediate } from 'node:timers/promises';

/** A line of the report. */
export const row = (what: string, value: string, aim = '') =>
  console.log(`${what.padEnd(60)} ${value.padStart(34)}  ${aim}`);

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Milliseconds. */
export interface Taken {
  median: number;
  p95: number;
  /** The median of the processor's time in all threads: that is the same on a busy machine, or nearly. */
  processor: number;
}

/**
 * What a task takes again and again once it is warm. As many turns go before those that count: a server that answers for the first time has
 * yet to compile how.
 */
export async function timed(task: (turn: number) => Promise<unknown>, turns = 100): Promise<Taken> {
  const [taken, processor]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 2 * turns; turn++) {
    const used = process.cpuUsage();
    const from = performance.now();
    await task(turn);
    const wall = performance.now() - from;
    const { user, system } = process.cpuUsage(used);
    // Other requests come in between, too: else many turns would hold the event loop as one.
    await setImmediate();
    if (turn < turns) continue;
    taken.push(wall);
    processor.push((user + system) / 1000);
  }
  const p95 = taken.sort((a, b) => a - b)[Math.floor(turns * 0.95)] ?? 0;
  return { median: median(taken), p95, processor: median(processor) };
}
