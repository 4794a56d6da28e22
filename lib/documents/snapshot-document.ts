/**
 * A snapshot file as AWS Config writes it: one line of JSON with the items' texts in it as they are. Yields chunks of a
 * few hundred kilobytes at most beyond the batch they come from; memory does not grow with the number of items.
 */
export async function* snapshotDocument(
  configSnapshotId: string,
  batches: AsyncIterable<readonly string[]>,
): AsyncGenerator<Buffer> {
  yield Buffer.from(
    `{"fileVersion":"1.0","configSnapshotId":${JSON.stringify(configSnapshotId)},"configurationItems":[`,
  );
  let first = true;
  for await (const texts of batches) {
    if (texts.length === 0) continue;
    yield Buffer.from(`${first ? '' : ','}${texts.join(',')}`);
    first = false;
  }
  yield Buffer.from(']}');
}
