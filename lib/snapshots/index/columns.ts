/** Stands for "no text" among the numbers of texts. */
export const none = 0xffffffff;
