import pg from 'pg';

/** Rows of one text or json column as they stand, a comma between each two. */
export interface JoinedRows {
  rows: number;
  bytes: Buffer;
}

/** A piece ends with the row that fills it, if it is not that row alone. */
const pieceSize = 1 << 18;
/** What is read before it is asked for, in bytes. */
const readAhead = 1 << 22;
const comma = 0x2c;
/** COPY's binary form begins with a signature of 11 bytes, flags, and the length of an extension (PostgreSQL manual, COPY). */
const headerLength = 19;

/**
 * A query whose rows come through COPY in its binary form: their bytes go from the socket into pieces of many rows and are never
 * made strings or objects, which takes as long as reading them does. One column, not null, of type text or json.
 */
export class CopyOut implements pg.Submittable {
  readonly #text: string;
  readonly #ready: JoinedRows[] = [];
  readonly #free: Buffer[] = [];
  #readyBytes = 0;
  #piece: Buffer = Buffer.alloc(0);
  #filled = 0;
  #rows = 0;
  #begun = false;
  #ended = false;
  #failure: Error | undefined;
  #connection: pg.Connection | undefined;
  #wake: () => void = () => undefined;

  constructor(query: string) {
    this.#text = `COPY (${query}) TO STDOUT (FORMAT binary)`;
  }

  /**
   * The bytes of a piece are overwritten once the next is asked for. Ends when the server said that all is well; the connection can
   * be used again then, and not before.
   */
  async *pieces(): AsyncGenerator<JoinedRows, void, undefined> {
    try {
      for (;;) {
        const piece = this.#ready.shift();
        if (piece) {
          this.#readyBytes -= piece.bytes.length;
          if (this.#readyBytes < readAhead) this.#connection?.stream.resume();
          yield piece;
          this.#reuse(piece.bytes);
        } else if (this.#failure) throw this.#failure;
        else if (this.#ended) return;
        else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
    } finally {
      // A connection that nobody reads from would never learn that it was closed.
      this.#connection?.stream.resume();
    }
  }

  // What follows is called by the driver.

  submit(connection: pg.Connection): void {
    this.#connection = connection;
    connection.query(this.#text);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    let at = 0;
    if (!this.#begun) {
      this.#begun = true;
      at = headerLength + chunk.readUInt32BE(headerLength - 4);
    }
    // Each message is one row; the header comes with the first, and -1 in place of the count of columns after the last.
    if (at >= chunk.length || chunk.readInt16BE(at) < 0) return;
    this.#add(chunk, at + 6, chunk.readInt32BE(at + 2));
  }

  handleCommandComplete(): void {
    this.#flush();
  }

  handleReadyForQuery(): void {
    this.#ended = true;
    this.#wake();
  }

  handleError(error: Error): void {
    this.#failure = error;
    this.#wake();
  }

  /** Copies the row: the driver uses its buffers again. */
  #add(chunk: Buffer, from: number, length: number): void {
    if (this.#filled + length + 1 > this.#piece.length) {
      this.#flush();
      this.#piece =
        length > pieceSize ? Buffer.allocUnsafe(length) : (this.#free.pop() ?? Buffer.allocUnsafe(pieceSize));
    }
    if (this.#rows > 0) this.#piece[this.#filled++] = comma;
    this.#filled += chunk.copy(this.#piece, this.#filled, from, from + length);
    this.#rows++;
  }

  #flush(): void {
    if (this.#rows === 0) return;
    this.#ready.push({ rows: this.#rows, bytes: this.#piece.subarray(0, this.#filled) });
    this.#readyBytes += this.#filled;
    this.#piece = Buffer.alloc(0);
    this.#filled = 0;
    this.#rows = 0;
    if (this.#readyBytes >= readAhead) this.#connection?.stream.pause();
    this.#wake();
  }

  /** Fresh memory for each piece would keep the garbage collector busy with the whole heap. */
  #reuse({ buffer, byteOffset }: Buffer): void {
    if (buffer.byteLength === pieceSize) this.#free.push(Buffer.from(buffer, byteOffset, pieceSize));
  }
}

/** The text with its values in it, as COPY takes no parameters. */
export function withValues(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\$(\d+)/g, (parameter, number: string) => {
    const value = values[Number(number) - 1];
    if (typeof value === 'number') return String(value);
    if (value === undefined) throw new Error(`There is no value for ${parameter}.`);
    return pg.escapeLiteral(value);
  });
}
