const comma = Buffer.from(',');

/**
 * A document that ends in a list of items: what stands before them, then their texts as they are. Each piece holds whole items, joined
 * by commas; no piece is empty.
 */
export async function* itemList(before: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from(`${before}[`);
  let first = true;
  for await (const piece of pieces) {
    if (!first) yield comma;
    yield piece;
    first = false;
  }
  yield Buffer.from(']}');
}
