/** Stands for "no text" among the numbers of strings. */
export const none = 0xffffffff;
