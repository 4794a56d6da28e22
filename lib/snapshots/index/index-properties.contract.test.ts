import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash } from '../../documents/scanner/content-hash';
import { DocumentScanner } from '../../documents/scanner/document-scanner';
import { readDocumentItem } from '../../items/form/read-item';
import { resourceKey } from '../../items/identity';
import { stateNumber } from '../../items/state-number';
import { parseJson, stringifyJson } from '../../json';
import { parseItem } from '../reading/parse-item';
import { none } from './columns';
import { finishIndex } from './finish-index';
import { IndexBuilder } from './index-builder';
import { edgeFrom, type SnapshotIndex } from './snapshot-index';
import { PlainModel } from './test-model';
import { TimeSlicer } from './time-slicer';

async function indexOf(bytes: Uint8Array, chunkSizes: readonly number[]): Promise<SnapshotIndex> {
  const scanner = new DocumentScanner({ name: 'test' });
  const builder = new IndexBuilder({
    name: 'test',
    maxParts: 1e6,
    read: (found) => parseItem(found, 'test', {}),
    scanner,
  });
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = chunkSizes[turn % chunkSizes.length] ?? bytes.length;
    builder.push(bytes.subarray(at, at + size));
    at += size;
  }
  scanner.end();
  return finishIndex(scanner.finish(), new TimeSlicer());
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 40 }),
  fc.constantFrom('"', '\\', '\n', '\u0000', 'é', '𝄞', '\ud800', '__proto__', 'x'.repeat(700)),
);
const id = fc.oneof(
  fc.constantFrom('i-1', 'i-2', 'vol-1', 'a"b', 'ü'),
  text.filter((value) => value !== ''),
);
const type = fc.constantFrom('AWS::EC2::Instance', 'AWS::EC2::INSTANCE', 'AWS::EC2::Volume', 'AWS::IAM::Role');
const json = fc.jsonValue({ depthSize: 'small', stringUnit: 'binary' });
/** Stand for numbers in the text of an item: most are ones that JavaScript would write in another way. */
const numberMarks = fc.constantFrom(
  ...['1.0', '-0', '9223372036854775807', '-9007199254740993', '1E5', '2e-7', '0.1000', '1.5', '12'].map(
    (n) => `<number ${n}>`,
  ),
);
const tags = fc.oneof(fc.dictionary(text, text, { maxKeys: 4 }), fc.record({ Name: text }), fc.constant({ a: null }));
const time = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .date({ min: new Date('1001-01-01'), max: new Date('9998-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('2014-02-27T21:43:53.0885+0000', '2026-02-28T10:00:00Z', '2024-02-29T23:59:59.999Z'),
  },
);
const relationship = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record(
      { resourceId: id, resourceName: id, resourceType: type, name: text },
      { requiredKeys: ['resourceType', 'name'] },
    ),
  },
  { weight: 1, arbitrary: fc.record({ resourceId: id, resourceType: type, relationshipName: text, direction: text }) },
);
const tagList = fc.array(fc.record({ key: text, value: text }), { maxLength: 3 });
const modern = fc.record(
  {
    relatedEvents: fc.constant([]),
    relationships: fc.array(relationship, { maxLength: 4 }),
    configuration: fc.oneof(
      json,
      fc.record({ number: numberMarks, list: fc.array(numberMarks, { maxLength: 3 }) }),
      fc.record({
        tagSet: tagList,
        more: json,
        subnetIds: fc.array(text, { maxLength: 4 }),
        SecurityGroups: fc.array(json, { maxLength: 3 }),
      }),
    ),
    supplementaryConfiguration: fc.dictionary(text, json, { maxKeys: 2 }),
    tags,
    configurationItemVersion: fc.constant('1.3'),
    configurationItemCaptureTime: time,
    configurationStateId: fc.oneof(
      fc.nat(),
      fc.string(),
      fc.maxSafeNat().map(String),
      fc.bigInt({ min: 0n, max: 10n ** 19n }).map(String),
    ),
    awsAccountId: fc.constantFrom('123456789012', ''),
    configurationItemStatus: fc.constantFrom('OK', 'ResourceDiscovered'),
    resourceType: type,
    resourceId: id,
    resourceName: text,
    ARN: text,
    awsRegion: fc.constantFrom('us-west-2', 'global'),
    availabilityZone: fc.constantFrom('us-west-2a', 'Regional', ''),
    configurationStateMd5Hash: fc.constant(''),
    resourceCreationTime: time,
    unknown: json,
  },
  { requiredKeys: ['configurationItemCaptureTime', 'resourceType', 'resourceId'] },
);
const older = fc.record(
  {
    configurationItemCaptureTime: time,
    resourceType: type,
    resourceId: id,
    arn: fc.constant('arn:aws:us-west-2b:123456789012:volume/x'),
    accountId: fc.constant('123456789012'),
    configurationStateID: fc.string(),
    availibilityZone: fc.constant('us-west-2b'),
    relatedEvents: fc.array(text, { maxLength: 2 }),
    relationships: fc.array(relationship, { maxLength: 2 }),
  },
  { requiredKeys: ['configurationItemCaptureTime', 'resourceType', 'resourceId'] },
);
const item = fc.oneof({ weight: 4, arbitrary: modern }, { weight: 1, arbitrary: older });
const blank = fc.constantFrom('', '', ' ', '\n\t', '\r\n ');

/** Text of an item: its fields in any order, blanks anywhere, some characters as escapes. */
const itemText = fc
  .tuple(item, fc.infiniteStream(fc.nat()), blank, fc.boolean())
  .map(([value, order, space, escaped]) => {
    const fields = Object.entries(value)
      .map((field) => ({ field, at: order.next().value ?? 0 }))
      .sort((a, b) => a.at - b.at)
      .map(
        ({ field: [key, one] }) => `${space}${JSON.stringify(key)}${space}:${space}${JSON.stringify(one, null, space)}`,
      );
    const whole = `{${fields.join(',')}${space}}`.replace(/"<number ([^">]+)>"/g, '$1');
    return escaped
      ? whole.replace(/[myé/]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
      : whole;
  });

const documentText = fc
  .tuple(fc.array(itemText, { maxLength: 6 }), blank, fc.constantFrom('snapshot', 'after', 'list', 'lines', 'bom'))
  .map(([items, space, form]) => {
    const list = `[${items.join(`${space},${space}`)}${space}]`;
    const before = `"fileVersion":"1.0",${space}"configSnapshotId"${space}:"x"`;
    if (form === 'list' || (form === 'lines' && items.length === 0)) return { text: `${space}${list}`, items };
    if (form === 'lines') return { text: items.join('\n'), items };
    if (form === 'after') return { text: `{"configurationItems"${space}:${list},${before}}${space}`, items };
    return {
      text: `${form === 'bom' ? '\ufeff' : ''}{${before},"odd":{"configurationItems":[1]},"configurationItems":${list}${space}}`,
      items,
    };
  });

const chunkSizes = fc.oneof(
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
  fc.constantFrom([1], [64], [1 << 20]),
);

test('an index agrees with JSON.parse on every item, field, offset and edge, whatever the chunks', async () => {
  await fc.assert(
    fc.asyncProperty(documentText, chunkSizes, async (document, sizes) => {
      const bytes = Buffer.from(document.text);
      const index = await indexOf(bytes, sizes);
      const expected = document.items.map((one) => readDocumentItem(JSON.parse(Buffer.from(one).toString())));
      expect(index.itemCount).toBe(expected.length);
      const value = (number: number | undefined) =>
        number === undefined || number === none ? undefined : index.strings.get(number);
      const model = new PlainModel(expected);
      const incoming = new Map<number, string[]>();
      expected.forEach((one, at) => {
        const span = bytes.subarray(index.offset[at], (index.offset[at] ?? 0) + (index.length[at] ?? 0));
        expect(span.toString()).toBe(Buffer.from(document.items[at] ?? '').toString());
        if (index.rareNumber[at] === 0) {
          expect(stringifyJson(parseJson(span.toString()))).toBe(JSON.stringify(JSON.parse(span.toString())));
        }
        expect({
          resourceType: value(index.type[at]),
          resourceId: value(index.id[at]),
          resourceName: value(index.name[at]),
          awsRegion: value(index.region[at]),
          availabilityZone: value(index.zone[at]),
          awsAccountId: value(index.account[at]),
          configurationItemStatus: value(index.status[at]),
          configurationItemCaptureTime: new Date(index.captured[at] ?? 0).toISOString(),
          stateId: index.stateId[at],
        }).toEqual({
          resourceType: one.resourceType,
          resourceId: one.resourceId.toWellFormed(),
          resourceName: one.resourceName?.toWellFormed(),
          awsRegion: one.awsRegion,
          availabilityZone: one.availabilityZone,
          awsAccountId: one.awsAccountId,
          configurationItemStatus: one.configurationItemStatus,
          configurationItemCaptureTime: one.configurationItemCaptureTime,
          stateId: stateNumber(one.configurationStateId),
        });
        const tagRows: [string, string][] = [];
        for (let row = index.tagStart[at] ?? 0; row < (index.tagStart[at + 1] ?? 0); row++) {
          tagRows.push([value(index.tagKey[row]) ?? '', value(index.tagValue[row]) ?? '']);
        }
        const wellFormed = Object.entries(one.tags).map(([key, tag]) => [key.toWellFormed(), tag.toWellFormed()]);
        expect(tagRows.sort()).toEqual(wellFormed.sort());
        const edges = one.relationships.map((_, number) => {
          const edge = (index.edgeStart[at] ?? 0) + number;
          expect(edgeFrom(index, edge)).toBe(at);
          return {
            resourceType: value(index.edgeType[edge]),
            resourceId: value(index.edgeId[edge]),
            resourceName: value(index.edgeName[edge]),
            name: value(index.edgeLabel[edge]),
            to: index.edgeTo[edge],
          };
        });
        expect((index.edgeStart[at + 1] ?? 0) - (index.edgeStart[at] ?? 0)).toBe(one.relationships.length);
        expect(edges).toEqual(
          one.relationships.map((relationship) => {
            const { resourceType, resourceId, resourceName, name } = relationship;
            const to = model.resolve(at, relationship);
            const isTold = to >= 0 && model.counted.includes(at);
            if (isTold) incoming.set(to, [...(incoming.get(to) ?? []), resourceKey(one)]);
            return {
              resourceType,
              resourceId: resourceId?.toWellFormed(),
              resourceName: resourceName?.toWellFormed(),
              name: name.toWellFormed(),
              to,
            };
          }),
        );
      });
      expected.forEach((_, at) => {
        const naming: string[] = [];
        for (let place = index.inStart[at] ?? 0; place < (index.inStart[at + 1] ?? 0); place++) {
          const from = expected[edgeFrom(index, index.inEdge[place] ?? 0)];
          naming.push(from ? resourceKey(from) : '');
        }
        expect(naming).toEqual(incoming.get(at) ?? []);
      });
    }),
    { numRuns: 500 },
  );
});

test('the hash of an item is that of its content, however it is written', async () => {
  const numberless = modern.filter(
    (value) =>
      !/[0-9][.e]|-0/i.test(
        JSON.stringify(value.configuration ?? '') +
          JSON.stringify(value.unknown ?? '') +
          JSON.stringify(value.supplementaryConfiguration ?? ''),
      ),
  );
  await fc.assert(
    fc.asyncProperty(numberless, blank, chunkSizes, async (value, space, sizes) => {
      const index = await indexOf(Buffer.from(`[${JSON.stringify(value, null, space)}]`), sizes);
      const [a, b] = contentHash(readDocumentItem(JSON.parse(Buffer.from(JSON.stringify(value)).toString())));
      expect([...index.hash]).toEqual([a, b]);
    }),
    { numRuns: 500 },
  );
});

test('the capture, and the order of fields, relationships, tags and sets, do not change the hash; anything else does', async () => {
  const base = {
    configurationItemCaptureTime: '2026-11-22T08:00:00.000Z',
    configurationStateId: 1,
    awsAccountId: '123456789012',
    configurationItemStatus: 'OK',
    resourceType: 'AWS::EC2::Volume',
    resourceId: 'vol-1',
    awsRegion: 'us-west-2',
    relationships: [
      { resourceType: 'AWS::EC2::Instance', resourceId: 'i-1', name: 'Is attached to Instance' },
      { resourceType: 'AWS::EC2::Subnet', resourceId: 's-1', name: 'Is contained in Subnet' },
    ],
    configuration: {
      a: [1, 2],
      subnetIds: ['x', 'y'],
      tags: [
        { key: 'a', value: '1' },
        { key: 'b', value: '2' },
      ],
    },
  };
  const same = [
    {
      ...base,
      configurationItemCaptureTime: '2026-11-23T09:00:00.000Z',
      configurationStateId: 2,
      configurationItemStatus: 'ResourceDiscovered',
    },
    { ...base, relationships: [...base.relationships].reverse() },
    { ...base, resourceType: 'AWS::EC2::VOLUME', tags: {}, supplementaryConfiguration: {}, resourceName: null },
    {
      ...base,
      configuration: {
        tags: [
          { value: '2', key: 'b' },
          { key: 'a', value: '1' },
        ],
        a: [1, 2],
        subnetIds: ['y', 'x'],
      },
    },
  ];
  const other = [
    { ...base, resourceId: 'vol-2' },
    { ...base, configuration: { ...base.configuration, a: [2, 1] } },
    { ...base, configuration: { ...base.configuration, a: ['1', 2] } },
    { ...base, relationships: base.relationships.slice(1) },
    { ...base, tags: { a: 'b' } },
  ];
  const { hash } = await indexOf(Buffer.from(JSON.stringify([base, ...same, ...other])), [1 << 20]);
  const hashes = Array.from({ length: hash.length / 2 }, (_, at) => `${hash[2 * at]} ${hash[2 * at + 1]}`);
  expect(new Set(hashes.slice(0, 1 + same.length)).size).toBe(1);
  expect(new Set(hashes.slice(same.length)).size).toBe(1 + other.length);
});
