/** Stands for "no text" among the numbers of strings. */
export const none = 0xffffffff;

/** Bytes of memory that the columns among the fields of some objects take; of what is not there none. */
export function columnBytes(...objects: readonly (object | undefined)[]): number {
  let bytes = 0;
  for (const columns of objects) {
    for (const column of Object.values(columns ?? {})) if (ArrayBuffer.isView(column)) bytes += column.byteLength;
  }
  return bytes;
}
