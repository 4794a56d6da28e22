/** How often a page asks anew, in milliseconds: while nothing is going on, and while something is being waited for. */
export const idlePollMs = 10_000;
export const activePollMs = 500;
