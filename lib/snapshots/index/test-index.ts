import { DocumentScanner } from '../../documents/scanner/document-scanner';
import { finishIndex } from './finish-index';
import { IndexBuilder } from './index-builder';
import { TypeKeys } from './item-lookup';
import { TimeSlicer } from './time-slicer';

/** The index of items that are all in the plain modern form, with the keys of its types. For tests. */
export async function indexOfPlain(items: readonly unknown[]) {
  const scanner = new DocumentScanner({ name: 'test' });
  const builder = new IndexBuilder({
    name: 'test',
    maxParts: 1e6,
    read: () => {
      throw new Error('All of these are in the plain form.');
    },
    scanner,
  });
  builder.push(Buffer.from(JSON.stringify(items)));
  scanner.end();
  const index = await finishIndex(scanner.finish(), new TimeSlicer());
  return { index, keys: new TypeKeys(index.strings, index.types) };
}
