import { setTimeout as delay } from 'node:timers/promises';
import { type Clock, systemClock } from '../clock';
import { errorMessage } from '../errors';

/** Of a part of the server: whether it works; if not, why, and since when (ISO 8601, UTC). */
export type PartState = { state: 'ok' } | { state: 'failing'; since: string; reason: string };

/** Of all parts, by name. `ready` where every one works. */
export interface Readiness {
  status: 'ready' | 'failing';
  parts: Record<string, PartState>;
}

/** Looks at a part of the server: resolves where it works, and rejects with why it does not. */
export type Look = () => unknown;

interface ReadinessOptions {
  clock?: Clock;
  /** A part that has not answered by then does not work. */
  timeoutMs?: number;
  /** What was seen is told again for so long: whoever asks often costs nothing. */
  keptMs?: number;
}

/**
 * Tells of each part whether it works, since when it does not, and why. All are looked at side by side, and one look serves everybody
 * who asks meanwhile.
 */
export function createReadiness(
  looks: Readonly<Record<string, Look>>,
  { clock = systemClock, timeoutMs = 3_000, keptMs = 1_000 }: ReadinessOptions = {},
): () => Promise<Readiness> {
  const failingSince = new Map<string, string>();
  let latest: { at: number; view: Promise<Readiness> } | undefined;

  async function lookAt(name: string, look: Look): Promise<[string, PartState]> {
    const late = delay(timeoutMs, undefined, { ref: false }).then(() => {
      throw new Error(`It has not answered for ${timeoutMs / 1_000} seconds.`);
    });
    try {
      await Promise.race([look(), late]);
      failingSince.delete(name);
      return [name, { state: 'ok' }];
    } catch (error) {
      const since = failingSince.get(name) ?? clock().toISOString();
      failingSince.set(name, since);
      return [name, { state: 'failing', since, reason: errorMessage(error) }];
    } finally {
      late.catch(() => {});
    }
  }

  async function lookAtAll(): Promise<Readiness> {
    const parts = await Promise.all(Object.entries(looks).map(([name, look]) => lookAt(name, look)));
    const isReady = parts.every(([, { state }]) => state === 'ok');
    return { status: isReady ? 'ready' : 'failing', parts: Object.fromEntries(parts) };
  }

  return () => {
    const now = performance.now();
    if (!latest || now - latest.at > keptMs) latest = { at: now, view: lookAtAll() };
    return latest.view;
  };
}
