/** The time now. Passed as a value so that tests and the scheduler can hold another clock. */
export type Clock = () => Date;

/** The machine's own clock. */
export const systemClock: Clock = () => new Date();
