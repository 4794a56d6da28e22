/** A line of the report. */
export const row = (what: string, value: string, aim = '') =>
  console.log(`${what.padEnd(60)} ${value.padStart(34)}  ${aim}`);

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Turns before those that count: a server that answers for the first time has yet to compile how. */
const warmUp = 100;

/** Milliseconds that a task takes again and again once it is warm: the median and the 95th of a hundred. */
export async function timed(task: (turn: number) => Promise<unknown>): Promise<{ median: number; p95: number }> {
  const taken: number[] = [];
  for (let turn = -warmUp; turn < 100; turn++) {
    const from = performance.now();
    await task(turn + warmUp);
    if (turn >= 0) taken.push(performance.now() - from);
  }
  taken.sort((a, b) => a - b);
  return { median: taken[50] ?? 0, p95: taken[95] ?? 0 };
}
