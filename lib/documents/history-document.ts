/**
 * A history file: the envelope of a snapshot without `configSnapshotId`, with every item of one resource type that was recorded in
 * a span of time ("Components of a configuration history file", AWS Config Developer Guide, names the same envelope). Items are put
 * in as they are.
 */
export async function* historyDocument(batches: AsyncIterable<readonly string[]>): AsyncGenerator<Buffer> {
  yield Buffer.from('{"fileVersion":"1.0","configurationItems":[');
  let first = true;
  for await (const texts of batches) {
    if (texts.length === 0) continue;
    yield Buffer.from(`${first ? '' : ','}${texts.join(',')}`);
    first = false;
  }
  yield Buffer.from(']}');
}
