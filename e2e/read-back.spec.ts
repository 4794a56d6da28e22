import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { gzipBlocks } from '@/lib/documents/gzip/write-gzip';

// Chromium silently ends a gzip of several members after the first: ours is one member, and must come whole in both ways.

test('Chromium reads a delivered file whole, by Content-Encoding and by DecompressionStream', async ({ page }) => {
  const content = Buffer.from(
    JSON.stringify(
      Array.from({ length: 100_000 }, (_, n) => ({ resourceId: `vol-${n}`, note: (n * 2654435761).toString(36) })),
    ),
  );
  expect(content.length).toBeGreaterThan(3 * 2 ** 20);
  const gzip = await buffer(gzipBlocks(Readable.from([content])).bytes);
  const server = createServer((request, response) => {
    if (request.url === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
    const encoded = request.url === '/encoded' ? { 'content-encoding': 'gzip' } : {};
    return response.writeHead(200, { 'content-type': 'application/octet-stream', ...encoded }).end(gzip);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const read = await page.evaluate(async () => {
      const digest = async (bytes: ArrayBuffer) => {
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        return `${bytes.byteLength} ${[...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
      };
      const encoded = await (await fetch('/encoded')).arrayBuffer();
      const { body } = await fetch('/bytes');
      if (!body) throw new Error('There is no body.');
      const stream = body.pipeThrough(new DecompressionStream('gzip'));
      return [await digest(encoded), await digest(await new Response(stream).arrayBuffer())];
    });
    const expected = `${content.length} ${createHash('sha256').update(content).digest('hex')}`;
    expect(read).toEqual([expected, expected]);
  } finally {
    server.close();
  }
});
