import type { ForceRequest } from './force-request';
import type { Point } from './placement';

/**
 * Has a worker find places, so that the page goes on meanwhile. An abort ends the worker.
 *
 * @throws Error where the worker fails
 */
export function runForces(request: ForceRequest, signal: AbortSignal): Promise<ReadonlyMap<string, Point>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./force.worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    worker.onmessage = ({ data }: MessageEvent<ReadonlyMap<string, Point>>) => {
      end();
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      end();
      reject(new Error(`The resources could not be arranged: ${message}`));
    };
    signal.addEventListener('abort', () => {
      end();
      reject(signal.reason);
    });
    worker.postMessage(request);
  });
}
