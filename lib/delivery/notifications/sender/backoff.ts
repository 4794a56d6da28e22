import { DomainError } from '../../../errors';

const first = 1_000;
const longest = 60_000;
/** What somebody has to mend first is looked at again this often. */
const slow = 5 * 60_000;

/**
 * When to try again after `failures` failures in a row: twice as long each time, up to a minute; five minutes where somebody has to
 * mend something first. A random half is taken off, so that many processes do not come back at once.
 *
 * @param random from 0 up to 1
 */
export function retryDelay(error: unknown, failures: number, random: number): number {
  const passes = !(error instanceof DomainError) || error.kind === 'unavailable';
  const delay = passes ? Math.min(longest, first * 2 ** Math.min(failures, 10)) : slow;
  return Math.round(delay * (1 - random / 2));
}
