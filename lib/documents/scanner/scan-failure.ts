import { DomainError } from '../../errors';
import { Expected, Failure } from './numbers';
import type { ScannerExports } from './scanner-exports';

const wanted: Record<Expected, string> = {
  [Expected.document]: '"{" or "["',
  [Expected.value]: 'a value',
  [Expected.valueOrEnd]: 'a value or "]"',
  [Expected.key]: 'a field',
  [Expected.keyOrEnd]: 'a field or "}"',
  [Expected.colon]: '":"',
  [Expected.nextInObject]: '"," or "}"',
  [Expected.nextInList]: '"," or "]"',
  [Expected.list]: 'the list of configurationItems',
  [Expected.end]: 'nothing more',
};

/** The error of a document of this code. */
export function unreadable(code: string, message: string): DomainError {
  return new DomainError('unreadable', code, message);
}

/** What is wrong with a document at the byte at which the scanner failed. */
export function scanFailure(
  scanner: ScannerExports,
  { name, maxDepth }: { name: string; maxDepth: number },
): DomainError {
  const at = scanner.getPos();
  const where = `${name}, at byte ${scanner.getBase() + at},`;
  const broken = (expected: string) => {
    const input = new Uint8Array(scanner.memory.buffer, scanner.inputAt(), scanner.getLength());
    const near = Buffer.from(input.subarray(Math.max(0, at - 20), at + 20)).toString('utf8');
    return unreadable('BrokenJson', `${where} is not valid JSON: expected ${expected}, near ${JSON.stringify(near)}.`);
  };
  switch (scanner.getFailure()) {
    case Failure.tooDeep:
      return unreadable(
        'TooDeep',
        `${where} nests JSON deeper than ${maxDepth} levels, as no configuration item does.`,
      );
    case Failure.notAList:
      return unreadable('InvalidSnapshot', `${where} is no snapshot: "configurationItems" must be an array.`);
    case Failure.secondList:
      return unreadable('InvalidSnapshot', `${where} has a second "configurationItems".`);
    case Failure.badString:
      return broken('a string');
    case Failure.badScalar:
      return broken('a number, true, false or null');
    default:
      return broken(wanted[scanner.getExpected()]);
  }
}

/** What a document lacks after its last byte; undefined where it is whole. */
export function lackingEnd(scanner: ScannerExports, name: string): DomainError | undefined {
  const length = scanner.getBase() + scanner.getLength();
  const expected = scanner.getExpected();
  if (expected === Expected.end) return undefined;
  if (expected === Expected.document)
    return unreadable('EmptyDocument', `${name} is empty (${length} bytes): there is no JSON in it.`);
  const missing = scanner.isInToken() ? 'a value is not complete' : `${wanted[expected]} should follow`;
  return unreadable('TruncatedJson', `${name} breaks off at byte ${length}: ${missing}. Get the whole file again.`);
}
