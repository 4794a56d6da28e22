'use client';
import { useSyncExternalStore } from 'react';

const step = 5_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let current = 0;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    current = Date.now();
    for (const each of listeners) each();
  }, step);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    current = 0;
  };
}

function read(): number {
  if (current === 0) current = Date.now();
  return current;
}

/**
 * The time now in milliseconds, new every five seconds from one timer for the whole page. Undefined on the server and while
 * the page wakes up: the server's now is not the reader's, and the two drawings must agree.
 */
export function useNow(): number | undefined {
  return useSyncExternalStore(subscribe, read, () => undefined);
}
