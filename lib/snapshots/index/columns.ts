/** Stands for "no text" among the numbers of texts. */
export const none = 0xffffffff;

/** Bytes from which on a column is not copied into memory of just its size: what was never written to takes none. */
const large = 2 ** 20;

/** A column of 32-bit numbers that grows while it is written. */
export class GrowingNumbers {
  #data: Uint32Array;
  length = 0;

  /** Room for `expected` numbers is made at once: growing later copies them all. */
  constructor(expected = 0) {
    this.#data = new Uint32Array(Math.max(1024, expected));
  }

  push(value: number): void {
    if (this.length === this.#data.length) {
      const larger = new Uint32Array(Math.ceil(this.length * 1.5));
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.length++] = value;
  }

  /** What was written. */
  finish(): Uint32Array {
    return written(this.#data, this.length);
  }
}

/** As `GrowingNumbers`, for offsets and times. */
export class GrowingDoubles {
  #data: Float64Array;
  length = 0;

  constructor(expected = 0) {
    this.#data = new Float64Array(Math.max(1024, expected));
  }

  push(value: number): void {
    if (this.length === this.#data.length) {
      const larger = new Float64Array(Math.ceil(this.length * 1.5));
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.length++] = value;
  }

  finish(): Float64Array {
    return written(this.#data, this.length);
  }
}

function written<Column extends Uint32Array | Float64Array>(data: Column, length: number): Column {
  const view = data.subarray(0, length) as Column;
  return view.byteLength > large ? view : (view.slice() as Column);
}
