import { execFileSync, spawnSync } from 'node:child_process';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { constants, createGzip, gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openJsonBytes } from './open-json-bytes';
import { gzipBlocks } from './write-gzip';

// Disks and processes are slow on a busy machine; nothing here waits for a time to pass.

const mib = 1 << 20;

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function written(content: Buffer, pieceSize = 60_000, options = {}) {
  const { bytes, index } = gzipBlocks(pieces(content, pieceSize), options);
  return { gzip: await buffer(bytes), index };
}

/** How much is read of a broken file by a reader that pauses for so many turns of the event loop after each chunk. */
async function lengthBeforeBreak(stored: Buffer, turns: number): Promise<number> {
  let length = 0;
  try {
    for await (const chunk of openJsonBytes(Readable.from(pieces(stored, 50_000), { objectMode: false }))) {
      length += chunk.length;
      for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
    }
  } catch (error) {
    expect(error).toMatchObject({ code: 'TruncatedGzip' });
    return length;
  }
  throw new Error('The file is not broken.');
}

test('of a file that was cut off, a slow reader gets as much as a quick one', async () => {
  const whole = gzipSync(realisticJson(12_000));
  const cut = whole.subarray(0, Math.floor(whole.length * 0.7));
  const quick = await lengthBeforeBreak(cut, 0);
  expect(quick).toBeGreaterThan(3 * mib);
  for (const turns of [1, 20, 400]) expect(await lengthBeforeBreak(cut, turns)).toBe(quick);
});

async function read(body: Readable, limits = {}): Promise<Buffer> {
  return buffer(openJsonBytes(body, limits));
}

/** JSON as a snapshot has it: the same fields again and again, ids that repeat nowhere. */
function realisticJson(items: number): Buffer {
  let seed = 7;
  const hex = (digits: number) => {
    let text = '';
    while (text.length < digits) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      text += (seed >> 8).toString(16).padStart(6, '0');
    }
    return text.slice(0, digits);
  };
  const item = (n: number) => ({
    relationships: [
      { resourceId: `subnet-${hex(17)}`, resourceType: 'AWS::EC2::Subnet', name: 'Is contained in Subnet' },
      {
        resourceId: `sg-${hex(17)}`,
        resourceType: 'AWS::EC2::SecurityGroup',
        name: 'Is associated with SecurityGroup',
      },
    ],
    configuration: {
      instanceType: ['t3.micro', 'm5.large', 'c6i.xlarge'][n % 3],
      privateIpAddress: `10.${n % 7}.${n % 251}.${n % 241}`,
      launchTime: new Date(1_790_000_000_000 + n * 61_000).toISOString(),
      blockDeviceMappings: [{ deviceName: '/dev/xvda', ebs: { volumeId: `vol-${hex(17)}`, status: 'attached' } }],
    },
    tags: { Name: `web-${n}`, team: ['payments', 'search', 'core'][n % 3] },
    configurationItemStatus: 'OK',
    resourceType: 'AWS::EC2::Instance',
    resourceId: `i-${hex(17)}`,
    awsRegion: 'us-west-2',
  });
  return Buffer.from(JSON.stringify({ configurationItems: Array.from({ length: items }, (_, n) => item(n)) }));
}

const contents: [string, Buffer][] = [
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.from('x')],
  ['one byte less than a block', Buffer.alloc(mib - 1, 'ab')],
  ['exactly a block', Buffer.alloc(mib, 'ab')],
  ['exactly two blocks', Buffer.alloc(2 * mib, 'ab')],
  ['one byte more than two blocks', Buffer.alloc(2 * mib + 1, 'ab')],
  ['realistic JSON', realisticJson(8_000)],
];

function has(command: string): boolean {
  return spawnSync(command, ['--version']).status === 0;
}

function through(command: string, args: string[], input: Buffer): Buffer {
  return execFileSync(command, args, { input, maxBuffer: 64 * mib });
}

describe('written gzip', () => {
  test.each(contents)('of %s is read back by node', async (_what, content) => {
    const { gzip, index } = await written(content);
    expect(gunzipSync(gzip).equals(content)).toBe(true);
    expect(index).toMatchObject({ size: gzip.length, uncompressedSize: content.length });
    expect(index.blocks).toHaveLength(Math.ceil(content.length / mib));
  });

  test.each(contents)('of %s is read back by gzip', async (_what, content) => {
    const { gzip } = await written(content);
    expect(through('gzip', ['-dc'], gzip).equals(content)).toBe(true);
  });

  const python = {
    gzip: 'import sys,gzip; sys.stdout.buffer.write(gzip.decompress(sys.stdin.buffer.read()))',
    // Stops after the first member, and so is wrong on files of several.
    zlib: 'import sys,zlib; sys.stdout.buffer.write(zlib.decompress(sys.stdin.buffer.read(), 31))',
  };
  test.skipIf(!has('python3')).each(Object.entries(python))("is read back by python's %s", async (_name, program) => {
    for (const [, content] of contents) {
      const { gzip } = await written(content);
      expect(through('python3', ['-c', program], gzip).equals(content)).toBe(true);
    }
  });

  test('each block can be inflated alone from its offset', async () => {
    const content = realisticJson(8_000);
    const { gzip, index } = await written(content);
    expect(index.blocks.length).toBeGreaterThan(4);
    for (const [n, block] of index.blocks.entries()) {
      const end = index.blocks[n + 1]?.offset ?? index.size;
      const alone = inflateRawSync(gzip.subarray(block.offset, end), { finishFlush: constants.Z_SYNC_FLUSH });
      const from = block.uncompressedOffset;
      const bytes = content.subarray(from, Math.min(from + mib, content.length));
      expect(alone.subarray(0, bytes.length).equals(bytes)).toBe(true);
    }
  });

  test('does not depend on how the source is cut', async () => {
    const content = realisticJson(500);
    const whole = await written(content, content.length, { blockSize: 1000 });
    const bits = await written(content, 7, { blockSize: 1000 });
    expect(bits.gzip.equals(whole.gzip)).toBe(true);
    expect(bits.index).toEqual(whole.index);
  });

  test('is at most 3 % bigger than gzip at the same level', async () => {
    const content = realisticJson(12_000);
    const { gzip } = await written(content);
    expect(gzip.length).toBeLessThanOrEqual(gzipSync(content, { level: 6 }).length * 1.03);
  });

  test('ends with the error of its source', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.alloc(3 * mib);
      throw new Error('the cursor broke');
    }
    await expect(buffer(gzipBlocks(broken()).bytes)).rejects.toThrow('the cursor broke');
  });
});

describe('reading a document', () => {
  const content = realisticJson(3_000);

  test.each([
    ['our gzip', async () => (await written(content)).gzip],
    ['plain gzip', async () => gzipSync(content)],
    ['no gzip at all', async () => content],
    [
      'several members',
      async () => Buffer.concat([gzipSync(content.subarray(0, 5000)), gzipSync(content.subarray(5000))]),
    ],
  ])('gives the content of %s', async (_what, make) => {
    const stored = await make();
    expect((await read(Readable.from(pieces(stored, 50_000)))).equals(content)).toBe(true);
    expect((await read(Readable.from(pieces(stored.subarray(), 1 + (stored.length >> 10))))).equals(content)).toBe(
      true,
    );
  });

  test('looks at the first two bytes even when they come one by one', async () => {
    expect((await read(Readable.from(pieces(gzipSync('{"a":1}'), 1)))).toString()).toBe('{"a":1}');
    expect((await read(Readable.from(pieces(Buffer.from('{}'), 1)))).toString()).toBe('{}');
    expect((await read(Readable.from([Buffer.from('1')]))).toString()).toBe('1');
    expect(await read(Readable.from([]))).toHaveLength(0);
  });

  test('says when the gzip file was cut off', async () => {
    const { gzip } = await written(content);
    for (const kept of [5, 12, gzip.length >> 1, gzip.length - 1]) {
      const cut = read(Readable.from(pieces(gzip.subarray(0, kept), 9_999)));
      await expect(cut).rejects.toMatchObject({ kind: 'unreadable', code: 'TruncatedGzip' });
    }
  });

  test('says when the gzip file is damaged', async () => {
    const { gzip } = await written(content);
    gzip[gzip.length - 6] = (gzip[gzip.length - 6] ?? 0) ^ 0xff;
    const damaged = read(Readable.from(pieces(gzip, 9_999)));
    await expect(damaged).rejects.toMatchObject({ kind: 'unreadable', code: 'CorruptGzip' });
  });

  test('stops at the greatest size that is allowed, packed or not', async () => {
    const limit = { kind: 'unreadable', code: 'DecompressionLimit' };
    await expect(read(Readable.from([gzipSync(content)]), { maxBytes: 10_000 })).rejects.toMatchObject(limit);
    await expect(read(Readable.from([content]), { maxBytes: 10_000 })).rejects.toMatchObject(limit);
  });

  test('stops at a bomb long before it has gone off', async () => {
    const gzip = createGzip();
    const zeros = Buffer.alloc(mib);
    Readable.from(
      (function* () {
        for (let n = 0; n < 300; n++) yield zeros;
      })(),
    ).pipe(gzip);
    const bomb = await buffer(gzip);
    let seen = 0;
    const reading = (async () => {
      for await (const chunk of openJsonBytes(Readable.from(pieces(bomb, 65_536)), { maxRatio: 200 }))
        seen += chunk.length;
    })();
    await expect(reading).rejects.toMatchObject({ code: 'DecompressionLimit' });
    expect(seen).toBeLessThan(100 * mib);
  });

  test('passes on an error of the body, and lets go of the body when the reader stops', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield gzipSync(content).subarray(0, 4000);
      throw new Error('connection lost');
    }
    await expect(read(Readable.from(broken()))).rejects.toThrow('connection lost');
    const body = Readable.from(pieces(gzipSync(realisticJson(8_000)), 1000));
    for await (const chunk of openJsonBytes(body)) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(body.destroyed).toBe(true);
  });
});
