/** Stands for "no text" among the numbers of texts. */
export const none = 0xffffffff;

/** A column of 32-bit numbers that grows while it is written. */
export class GrowingNumbers {
  #data: Uint32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.#data = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#data.length) {
      const larger = new Uint32Array(Math.ceil(this.length * 1.5));
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.length++] = value;
  }

  /** What was written, in memory of just that size. */
  finish(): Uint32Array {
    const whole = this.#data.slice(0, this.length);
    this.#data = new Uint32Array(0);
    return whole;
  }
}

/** As `GrowingNumbers`, for offsets and times. */
export class GrowingDoubles {
  #data = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#data.length) {
      const larger = new Float64Array(Math.ceil(this.length * 1.5));
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.length++] = value;
  }

  finish(): Float64Array {
    const whole = this.#data.slice(0, this.length);
    this.#data = new Float64Array(0);
    return whole;
  }
}
