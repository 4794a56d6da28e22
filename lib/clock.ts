/** The time now. Passed as a value so that tests and the scheduler can hold another clock. */
export type Clock = () => Date;

/** The machine's own clock. */
export const systemClock: Clock = () => new Date();

/** The time that was so many days of 24 hours before another. */
export const daysBefore = (time: Date, days: number): Date => new Date(time.getTime() - days * 24 * 60 * 60 * 1000);
