import { monitorEventLoopDelay } from 'node:perf_hooks';
import { row, timed } from '../read/report';

/** Milliseconds of an answer. */
const answerAim = 100;
/** Milliseconds for which nothing may hold the event loop. */
const holdAim = 50;

export const ms = (value: number) => `${value.toFixed(1)} ms`;

/** Measures tasks again and again, each with the longest hold of the event loop meanwhile. */
export class Meter {
  readonly #delay = monitorEventLoopDelay({ resolution: 1 });
  readonly #turns: number;

  /** `turns` are how often each task is measured, once it is warm. */
  constructor(turns: number) {
    this.#turns = turns;
    this.#delay.enable();
  }

  /** Prints what a task took beside the aim for it. */
  async show(what: string, task: (turn: number) => Promise<unknown>, aim = answerAim): Promise<void> {
    this.#delay.reset();
    const { median, p95, processor } = await timed(task, this.#turns);
    const taken = `${ms(median)} = ${(median / aim).toFixed(2)} x aim, p95 ${ms(p95)}`;
    row(what, taken, `aim ${aim} ms; processor ${ms(processor)}, hold ${ms(this.#delay.max / 1e6)}`);
  }

  /** Prints how long a task takes that goes on in the background. */
  async showOnce(what: string, task: () => Promise<unknown>): Promise<void> {
    this.#delay.reset();
    const from = performance.now();
    await task();
    const seconds = ((performance.now() - from) / 1000).toFixed(2);
    row(what, `${seconds} s`, `longest hold ${ms(this.#delay.max / 1e6)}, aim ${holdAim} ms`);
  }
}
