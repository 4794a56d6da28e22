import { setTimeout as sleep } from 'node:timers/promises';
import { isThrottling } from './failure';

/** Calls that may go out at once after a quiet time. */
const burst = 10;
/** A service that throttles us is still asked this often, in calls per second. */
const slowest = 0.5;

/**
 * How many calls per second a service is asked for. Throttling halves it, and every answer brings back a twentieth of what it
 * was made for: the cycle slows down and does not fail.
 */
export class CallRate {
  readonly #full: number;
  #perSecond: number;
  #nextAt = Number.NEGATIVE_INFINITY;

  constructor(perSecond: number) {
    this.#full = perSecond;
    this.#perSecond = perSecond;
  }

  /** Takes the next turn; gives the milliseconds to wait for it. `now` in epoch milliseconds. */
  turn(now: number): number {
    const interval = 1000 / this.#perSecond;
    const at = Math.max(this.#nextAt, now - burst * interval);
    this.#nextAt = at + interval;
    return Math.max(0, at - now);
  }

  throttled(): void {
    this.#perSecond = Math.max(slowest, this.#perSecond / 2);
  }

  answered(): void {
    this.#perSecond = Math.min(this.#full, this.#perSecond + this.#full / 20);
  }
}

/**
 * Calls per second for each service, by the SDK's service id. EC2 refills its buckets for Describe calls at 20 a second
 * (https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html), S3 takes thousands and Route 53 five; for the others AWS publishes
 * less or nothing, and other programs of the account need their share too.
 */
const published: { [serviceId: string]: number } = { EC2: 15, S3: 100, Lambda: 15, DynamoDB: 10, 'Route 53': 4 };
const usual = 10;

/** The rates of all services, kept from one cycle to the next. `scale` is for servers that take more or less than AWS. */
export class CallRates {
  readonly #rates = new Map<string, CallRate>();
  readonly #scale: number;

  constructor(scale = 1) {
    this.#scale = scale;
  }

  of(serviceId: string): CallRate {
    let rate = this.#rates.get(serviceId);
    if (rate === undefined) {
      rate = new CallRate((published[serviceId] ?? usual) * this.#scale);
      this.#rates.set(serviceId, rate);
    }
    return rate;
  }
}

/** The middleware that lets each attempt of a call wait for its turn, unless the cycle was broken off. */
export function paced(rate: CallRate, signal: AbortSignal) {
  return <Arguments, Output>(next: (args: Arguments) => Promise<Output>) =>
    async (args: Arguments): Promise<Output> => {
      signal.throwIfAborted();
      const wait = rate.turn(Date.now());
      if (wait > 0) await sleep(wait, undefined, { signal });
      try {
        const output = await next(args);
        rate.answered();
        return output;
      } catch (error) {
        if (isThrottling(error)) rate.throttled();
        throw error;
      }
    };
}
