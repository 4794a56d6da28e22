/** Lets at most `atOnce` tasks run at a time; the others wait in the order in which they came. */
export function createTurns(atOnce: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      // The turn is handed on, so that nobody who comes just now takes it first.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
