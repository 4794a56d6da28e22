import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { createGunzip, gunzipSync, unzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gzipBlocks } from './write-gzip';

// Our files are one gzip member with a full flush after each megabyte: whoever reads gzip must read them, to the last byte.
// Chromium is asked in e2e/read-back.spec.ts.

const mib = 2 ** 20;
const run = promisify(execFile);

let folder: string;
let content: Buffer;
let gzip: Buffer;
let file: string;

/** A snapshot of several blocks, the last one short. */
async function snapshot(): Promise<Buffer> {
  const { configurationItems } = JSON.parse(await readFile('samples/modern-account.json', 'utf8'));
  const items = Array.from({ length: 30 }, (_, copy) =>
    configurationItems.map((item: { resourceId: string }) => ({ ...item, resourceId: `${item.resourceId}-${copy}` })),
  );
  return Buffer.from(JSON.stringify({ fileVersion: '1.0', configSnapshotId: 'é😀', configurationItems: items.flat() }));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-back-'));
  content = await snapshot();
  expect(content.length).toBeGreaterThan(4 * mib);
  const { bytes, index } = gzipBlocks(Readable.from([content]));
  gzip = await buffer(bytes);
  expect(index.blocks.length).toBeGreaterThan(4);
  file = join(folder, 'snapshot.json.gz');
  await writeFile(file, gzip);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Why a program cannot be asked here; with REQUIRE_PEERS=1 it must be there, and its test fails. */
function missing(command: string, ...args: string[]): boolean {
  const there = spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  if (!there && process.env.REQUIRE_PEERS !== '1') console.warn(`skipped: ${command} is not installed`);
  return !there && process.env.REQUIRE_PEERS !== '1';
}

/** What a program says to bytes on its input, or to a file that it is told of. */
const through = (command: string, args: string[], input = args.includes(file) ? undefined : gzip): Buffer =>
  execFileSync(command, args, { input, maxBuffer: 64 * mib, cwd: folder });

function same(read: Buffer): void {
  // Not toEqual: that would print megabytes.
  expect(read.length).toBe(content.length);
  expect(read.equals(content)).toBe(true);
}

test('gunzip, zcat and gzip -t', () => {
  same(through('gunzip', ['-c']));
  same(through('zcat', []));
  same(through('gzip', ['-dc', file]));
  execFileSync('gzip', ['-t', file]);
});

test.skipIf(missing('python3', '--version'))("python's gzip, by file and by stream, and zlib", () => {
  for (const program of [
    'gzip.open(sys.argv[1]).read()',
    'gzip.decompress(open(sys.argv[1], "rb").read())',
    'zlib.decompress(open(sys.argv[1], "rb").read(), 31)',
    'b"".join(iter(lambda f=gzip.open(sys.argv[1]): f.read(70001), b""))',
  ]) {
    same(through('python3', ['-c', `import sys, gzip, zlib; sys.stdout.buffer.write(${program})`, file]));
  }
});

test.skipIf(missing('javac', '-version'))("Java's GZIPInputStream", { timeout: 120_000 }, async () => {
  const program = `import java.io.*; import java.util.zip.*;
    public class ReadBack { public static void main(String[] args) throws IOException {
      try (InputStream in = new GZIPInputStream(new FileInputStream(args[0]))) { in.transferTo(System.out); } System.out.flush(); } }`;
  await writeFile(join(folder, 'ReadBack.java'), program);
  execFileSync('javac', ['ReadBack.java'], { cwd: folder });
  same(through('java', ['-cp', folder, 'ReadBack', file]));
});

test("Node's gunzip, in one piece, as a stream and by guessing", async () => {
  same(gunzipSync(gzip));
  same(unzipSync(gzip));
  const stream = createGunzip();
  for (let at = 0; at < gzip.length; at += 7001) stream.write(gzip.subarray(at, at + 7001));
  stream.end();
  same(await buffer(stream));
  same(
    Buffer.from(
      await new Response(
        new Blob([new Uint8Array(gzip)]).stream().pipeThrough(new DecompressionStream('gzip')),
      ).arrayBuffer(),
    ),
  );
});

test('pako and fflate, where they are', () => {
  const load = createRequire(join(process.cwd(), 'package.json'));
  for (const [name, read] of [
    ['pako', 'ungzip'],
    ['fflate', 'gunzipSync'],
  ] as const) {
    let library: Record<string, (bytes: Uint8Array) => Uint8Array>;
    try {
      library = load(name);
    } catch {
      console.warn(`skipped: ${name} is not installed`);
      continue;
    }
    same(Buffer.from(library[read]?.(gzip) ?? []));
  }
});

async function serve(): Promise<{ server: Server; url: string }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzip);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

test.skipIf(missing('curl', '--version'))('curl --compressed, and fetch, by the Content-Encoding', async () => {
  const { server, url } = await serve();
  try {
    const { stdout } = await run('curl', ['-sS', '--compressed', url], { encoding: 'buffer', maxBuffer: 64 * mib });
    same(stdout);
    same(Buffer.from(await (await fetch(url)).arrayBuffer()));
  } finally {
    server.close();
  }
});

test.skipIf(missing('jq', '--version'))('jq behind gzip', () => {
  const expected = JSON.parse(content.toString('utf8')).configurationItems.length;
  expect(Number(through('sh', ['-c', "gzip -dc | jq '.configurationItems | length'"]).toString())).toBe(expected);
});

test('DuckDB', async () => {
  const items: unknown[] = JSON.parse(content.toString('utf8')).configurationItems;
  const lines = Buffer.from(items.map((item) => JSON.stringify(item)).join('\n'));
  const { bytes } = gzipBlocks(Readable.from([lines]));
  const path = join(folder, 'items.ndjson.gz');
  await writeFile(path, await buffer(bytes));
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const result = await connection.run(
    `SELECT count(*), count(DISTINCT resourceId) FROM read_json('${path}', format = 'newline_delimited', columns = {resourceId: 'VARCHAR'})`,
  );
  const ids = new Set(items.map((item) => (item as { resourceId: string }).resourceId));
  expect(await result.getRowsJson()).toEqual([[String(items.length), String(ids.size)]]);
  connection.closeSync();
});

test.skipIf(missing('aws', '--version') || missing('moto_server', '--help'))(
  'aws s3 cp brings back the stored bytes',
  { timeout: 180_000 },
  async () => {
    const { startMoto } = await import('../../../e2e/emulators/moto');
    const moto = await startMoto();
    const env = {
      NODE_ENV: 'test' as const,
      PATH: process.env.PATH,
      HOME: folder,
      AWS_ACCESS_KEY_ID: 'any',
      AWS_SECRET_ACCESS_KEY: 'any',
      AWS_DEFAULT_REGION: 'us-west-2',
      AWS_ENDPOINT_URL: moto.endpoint,
    };
    try {
      const aws = (...args: string[]) => run('aws', args, { env, cwd: folder });
      await aws('s3', 'mb', 's3://read-back');
      await aws('s3', 'cp', file, 's3://read-back/a.json.gz', '--content-encoding', 'gzip');
      await aws('s3', 'cp', 's3://read-back/a.json.gz', 'back.json.gz');
      const back = await readFile(join(folder, 'back.json.gz'));
      expect(back.equals(gzip)).toBe(true);
      same(through('gunzip', ['-c'], back));
    } finally {
      await moto.stop();
    }
  },
);

test('it is at most 3 % larger than gzip -6 makes it', () => {
  const theirs = through('gzip', ['-6', '-c'], content).length;
  expect(gzip.length).toBeLessThanOrEqual(theirs * 1.03);
});
