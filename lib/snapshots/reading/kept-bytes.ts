/** Bytes of a stream that are still wanted when their chunk has gone by. Offsets count from the start of the stream. */
export class KeptBytes {
  #pieces: { bytes: Uint8Array; offset: number }[] = [];
  #chunk: Uint8Array = new Uint8Array();
  #start = 0;
  #from: number | undefined;

  /** Where the current chunk starts. */
  get start(): number {
    return this.#start;
  }

  /** Where the current chunk ends. */
  get end(): number {
    return this.#start + this.#chunk.length;
  }

  /** Makes `chunk` the current one. */
  next(chunk: Uint8Array): void {
    this.#start = this.end;
    this.#chunk = chunk;
  }

  /** Keeps what comes from `offset` on, a place in the current chunk, unless an earlier place is kept already. */
  from(offset: number): void {
    this.#from ??= offset;
  }

  drop(): void {
    this.#from = undefined;
    this.#pieces = [];
  }

  /** To be called when the current chunk is done: keeps what is wanted of it; gives how many bytes are kept in all. */
  leave(): number {
    if (this.#from === undefined) return 0;
    const offset = Math.max(this.#from, this.#start);
    this.#pieces.push({ bytes: this.#chunk.subarray(offset - this.#start), offset });
    return this.end - this.#from;
  }

  /** Kept bytes up to a place in the current chunk; a view where they lie within it. */
  slice(from: number, to: number): Uint8Array {
    const last = this.#chunk.subarray(Math.max(0, from - this.#start), to - this.#start);
    if (from >= this.#start) return last;
    const parts = [last];
    for (let at = this.#pieces.length - 1; at >= 0; at--) {
      const piece = this.#pieces[at];
      if (!piece || piece.offset + piece.bytes.length <= from) break;
      parts.push(piece.bytes.subarray(Math.max(0, from - piece.offset)));
    }
    return Buffer.concat(parts.reverse());
  }
}
