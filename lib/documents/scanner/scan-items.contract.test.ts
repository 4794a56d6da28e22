import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanItems } from './scan-items';

async function* inChunks(bytes: Uint8Array, sizes: number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    // A copy of its own, so that reading beyond a chunk's end cannot go unnoticed.
    yield Uint8Array.from(bytes.subarray(at, at + size));
    at += size;
  }
}

async function scan(text: string | Uint8Array, sizes: number[] = [1 << 20]) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const items: unknown[] = [];
  const scanning = scanItems(inChunks(bytes, sizes), { name: 'x' });
  for (;;) {
    const step = await scanning.next();
    if (step.done) return { items, envelope: Object.fromEntries(step.value) };
    const { bytes: span, offset } = step.value;
    expect(Buffer.from(span).equals(Buffer.from(bytes.subarray(offset, offset + span.length)))).toBe(true);
    items.push(JSON.parse(Buffer.from(span).toString()));
  }
}

const sizes = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 })
  .filter((list) => list.some((n) => n > 0));
const json = fc.jsonValue({ depthSize: 'medium', stringUnit: 'binary' });
const field = fc
  .tuple(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('__proto__')), json)
  .filter(([key]) => key !== 'configurationItems');
const blank = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 3 });

/** JSON text of a value with blanks in all places where they may stand. */
const spaced = (value: fc.Arbitrary<unknown>) =>
  fc
    .tuple(value, blank)
    .map(([it, space]) =>
      JSON.stringify(it, null, space).replace(/[\u007f-\uffff]/g, (c) =>
        c < '\u0100' ? `\\u00${c.charCodeAt(0).toString(16).padStart(2, '0')}` : c,
      ),
    );
const snapshot = fc
  .tuple(
    fc.uniqueArray(field, { selector: ([key]) => key, maxLength: 3 }),
    spaced(fc.array(json, { maxLength: 5 })),
    fc.nat({ max: 3 }),
    blank,
    fc.boolean(),
  )
  .map(([fields, items, position, space, escaped]) => {
    const parts = fields.map(
      ([key, value]) => `${space}${JSON.stringify(key)}${space}:${space}${JSON.stringify(value)}${space}`,
    );
    const key = escaped ? '"configuration\\u0049tems"' : '"configurationItems"';
    parts.splice(position, 0, `${space}${key}${space}:${space}${items}${space}`);
    return `${space}{${parts.join(',')}}${space}`;
  });

describe('whole documents, at any chunk boundary', () => {
  test('gives the items and the envelope of a snapshot', async () => {
    await fc.assert(
      fc.asyncProperty(snapshot, sizes, async (text, chunkSizes) => {
        const { configurationItems, ...envelope } = JSON.parse(text);
        expect(await scan(text, chunkSizes)).toStrictEqual({ items: configurationItems, envelope });
      }),
      { numRuns: 300 },
    );
  });

  test('gives the items of a bare list', async () => {
    await fc.assert(
      fc.asyncProperty(spaced(fc.array(json)), sizes, async (text, chunkSizes) => {
        expect(await scan(text, chunkSizes)).toStrictEqual({ items: JSON.parse(text), envelope: {} });
      }),
    );
  });

  test('gives a single item', async () => {
    await fc.assert(
      fc.asyncProperty(spaced(fc.dictionary(fc.string(), json)), sizes, async (text, chunkSizes) => {
        expect(await scan(text, chunkSizes)).toStrictEqual({ items: [JSON.parse(text)], envelope: {} });
      }),
    );
  });

  test('reads the documented example of 2014 byte by byte', async () => {
    const bytes = readFileSync('samples/aws-document-2014.json');
    const { items, envelope } = await scan(bytes, [1]);
    expect(items).toEqual(JSON.parse(bytes.toString()).configurationItems);
    expect(envelope).toEqual({ fileVersion: '1.0', requestId: 'asudf8ow-4e34-4f32-afeb-0ace5bf3trye' });
  });

  test('passes over a byte order mark and counts its bytes', async () => {
    const spans = scanItems(inChunks(Buffer.from('\ufeff[{"a":1}]'), [2]), { name: 'x' });
    expect(await spans.next()).toMatchObject({ value: { offset: 4 } });
  });
});

describe('damaged documents', () => {
  test('are refused exactly where JSON.parse refuses them', async () => {
    const edit = fc.tuple(
      fc.nat(),
      fc.nat({ max: 2 }),
      fc.constantFrom('', '"', '\\', '{', '}', '[', ']', ',', ':', '1', 'null', ' '),
    );
    await fc.assert(
      fc.asyncProperty(
        snapshot,
        fc.array(edit, { minLength: 1, maxLength: 2 }),
        sizes,
        async (whole, edits, chunkSizes) => {
          let text = whole;
          for (const [place, removed, added] of edits) {
            const at = place % (text.length + 1);
            text = text.slice(0, at) + added + text.slice(at + removed);
          }
          const parsed = attempt(() => JSON.parse(Buffer.from(text).toString()));
          const result = await scan(text, chunkSizes).catch((error: unknown) => error);
          if (parsed instanceof SyntaxError) {
            expect(result).toMatchObject({
              kind: 'unreadable',
              code: expect.stringMatching(/^(BrokenJson|TruncatedJson|EmptyDocument|InvalidSnapshot)$/),
            });
          } else if (Array.isArray(parsed)) expect(result).toStrictEqual({ items: parsed, envelope: {} });
          else if (typeof parsed !== 'object' || parsed === null) expect(result).toMatchObject({ code: 'BrokenJson' });
          else if (!('configurationItems' in parsed)) expect(result).toStrictEqual({ items: [parsed], envelope: {} });
          else if (!Array.isArray(parsed.configurationItems)) expect(result).toMatchObject({ code: 'InvalidSnapshot' });
          else if ((text.match(/configuration(I|\\u0049)tems"/g) ?? []).length === 1) {
            const { configurationItems, ...envelope } = parsed;
            expect(result).toStrictEqual({ items: configurationItems, envelope });
          }
        },
      ),
      // Documents are large: to look for a smaller one that fails would take longer than a test may.
      { numRuns: 500, endOnFailure: true },
    );
  });

  test.each([
    ['', 'EmptyDocument', 'samples/x.json is empty (0 bytes)'],
    [' \n', 'EmptyDocument', 'is empty (2 bytes)'],
    ['{"configurationItems":[{"a":"é"},{"b', 'TruncatedJson', 'breaks off at byte 37: a value is not complete'],
    ['{"configurationItems":[{}', 'TruncatedJson', 'breaks off at byte 25: "," or "]" should follow'],
    ['[{}]]', 'BrokenJson', 'at byte 4, is not valid JSON: expected nothing more, near "[{}]]"'],
    ['[{} {}]', 'BrokenJson', 'at byte 4, is not valid JSON: expected "," or "]"'],
    ['[{"a" 1}]', 'BrokenJson', 'at byte 6, is not valid JSON: expected ":", near'],
    [
      '{"a":nul,"configurationItems":[]}',
      'BrokenJson',
      'at byte 5, is not valid JSON: expected a number, true, false or null',
    ],
    ['[{"a":"\\u12x4"}]', 'BrokenJson', 'at byte 11, is not valid JSON: expected a string'],
    ['{"a":1}\n{"a":2}', 'BrokenJson', 'at byte 8, is not valid JSON: expected nothing more'],
    ['<?xml version="1.0"?>', 'BrokenJson', 'at byte 0, is not valid JSON: expected "{" or "["'],
    ['{"configurationItems":{}}', 'InvalidSnapshot', '"configurationItems" must be an array'],
    ['{"configurationItems":[],"configurationItems":[]}', 'InvalidSnapshot', 'a second "configurationItems"'],
    [`[${'['.repeat(501)}`, 'TooDeep', 'at byte 501, nests JSON deeper than 500 levels'],
    [`{"configurationItems":[${'['.repeat(501)}`, 'TooDeep', 'at byte 523, nests JSON deeper than 500 levels'],
    [`{"a":${'['.repeat(501)}`, 'TooDeep', 'at byte 505, nests JSON deeper than 500 levels'],
  ])('%s is told as %s', async (text, code, message) => {
    const failure = (async () => {
      const items = scanItems(inChunks(Buffer.from(text), [7]), { name: 'samples/x.json' });
      for (let step = await items.next(); !step.done; step = await items.next());
    })();
    await expect(failure).rejects.toMatchObject({
      kind: 'unreadable',
      code,
      message: expect.stringContaining(message),
    });
  });

  test('cannot fill the memory with one endless item', async () => {
    async function* endless() {
      yield Buffer.from('[{"a":"');
      for (;;) yield Buffer.alloc(1000, 'x');
    }
    await expect(scanItems(endless(), { name: 'x', maxItemBytes: 5000 }).next()).rejects.toMatchObject({
      code: 'TooLarge',
    });
  });

  test('cannot fill the memory with endless fields', async () => {
    async function* endless() {
      yield Buffer.from('{"configurationItems":[]');
      for (let n = 0; ; n++) yield Buffer.from(`,"m${n}":"${'x'.repeat(100)}"`);
    }
    await expect(scanItems(endless(), { name: 'x', maxItemBytes: 5000 }).next()).rejects.toMatchObject({
      code: 'TooLarge',
    });
  });
});

function attempt(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    return error;
  }
}
