/** A line of the report. */
export const row = (what: string, value: string, aim = '') =>
  console.log(`${what.padEnd(60)} ${value.padStart(34)}  ${aim}`);

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Milliseconds that a task takes again and again: the median and the 95th of a hundred. */
export async function timed(
  task: (turn: number) => Promise<unknown>,
  times = 50,
): Promise<{ median: number; p95: number }> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const from = performance.now();
    await task(turn);
    taken.push(performance.now() - from);
  }
  taken.sort((a, b) => a - b);
  return { median: taken[Math.floor(times / 2)] ?? 0, p95: taken[Math.floor(times * 0.95)] ?? 0 };
}
