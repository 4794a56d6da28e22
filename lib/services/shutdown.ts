import { processLog } from '../log/process-log';

/** What was started, to be ended in the opposite order. */
export interface Shutdown {
  /** Remembers how to end what was just started. */
  add(end: () => Promise<void> | void): void;
  /** Ends everything, each once; what cannot be ended is logged. */
  run(): Promise<void>;
}

export function createShutdown(): Shutdown {
  const ends: (() => Promise<void> | void)[] = [];
  return {
    add: (end) => void ends.push(end),
    async run() {
      for (const end of ends.splice(0).reverse()) {
        // What comes after must be stopped too: above all our PostgreSQL.
        await Promise.resolve(end()).catch((error: unknown) =>
          processLog().error({ err: error }, 'A part could not be stopped'),
        );
      }
    },
  };
}
