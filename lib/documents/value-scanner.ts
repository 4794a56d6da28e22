const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const scalarEnds = new Set([0x20, 0x09, 0x0a, 0x0d, comma, closeBrace, closeBracket]);

/**
 * Finds the end of one JSON value that may lie in many chunks. It follows brackets and texts alone: whether the value is valid
 * is for `JSON.parse` to say.
 */
export class ValueScanner {
  readonly #maxDepth: number;
  readonly #tooDeep: (at: number) => Error;
  #depth = 0;
  #inText = false;
  #escaped = false;
  #scalar = false;

  /** `tooDeep` makes the error thrown where nesting goes beyond `maxDepth`, for a position in the chunk. */
  constructor(maxDepth: number, tooDeep: (at: number) => Error) {
    this.#maxDepth = maxDepth;
    this.#tooDeep = tooDeep;
  }

  /** Starts on a new value, by its first byte. */
  begin(byte: number): void {
    this.#inText = byte === quote;
    this.#depth = byte === openBrace || byte === openBracket ? 1 : 0;
    this.#scalar = !this.#inText && this.#depth === 0;
    this.#escaped = false;
  }

  /** The position behind the value, or `undefined` when it goes on in the next chunk. */
  scan(chunk: Uint8Array, start: number): number | undefined {
    return this.#scalar ? scanScalar(chunk, start) : this.#scanNested(chunk, start);
  }

  /** The one loop that sees nearly every byte of a document: it is kept plain so that it stays fast. */
  #scanNested(chunk: Uint8Array, start: number): number | undefined {
    const length = chunk.length;
    let at = this.#escaped ? start + 1 : start;
    let depth = this.#depth;
    let inText = this.#inText;
    this.#escaped = false;
    while (at < length) {
      let byte = chunk[at++];
      if (inText) {
        while (byte !== quote && byte !== backslash && at < length) byte = chunk[at++];
        if (byte === backslash) {
          this.#escaped = at === length;
          at++;
        } else if (byte === quote) {
          inText = false;
          if (depth === 0) return at;
        }
      } else if (byte === quote) {
        inText = true;
      } else if (byte === openBrace || byte === openBracket) {
        if (++depth > this.#maxDepth) throw this.#tooDeep(at - 1);
      } else if (byte === closeBrace || byte === closeBracket) {
        if (--depth === 0) return at;
      }
    }
    this.#depth = depth;
    this.#inText = inText;
    return undefined;
  }
}

function scanScalar(chunk: Uint8Array, start: number): number | undefined {
  for (let at = start; at < chunk.length; at++) {
    if (scalarEnds.has(chunk[at] ?? 0)) return at;
  }
  return undefined;
}
