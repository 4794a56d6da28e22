// What the page of a graph takes in a browser, against the production server: browser.mjs <file.json.gz> <rounds>
import { copyFile, link, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from '../../server/prepare.mjs';
import { findChromium } from '../../tools/chromium.mjs';
import { startSnapscope } from '../wire/servers.mjs';
import { recordFrames } from './frames.mjs';

const [file = '', roundsText = '5'] = process.argv.slice(2);
const rounds = Number(roundsText);
const key = file.endsWith('.gz') ? 'snapshot.json.gz' : 'snapshot.json';
const name = `bucket=bench&key=${key}`;
/** A page that has not come to rest by then never will. */
const timeout = 300_000;

const { path: executablePath, output } = await findChromium();
if (!executablePath) throw new Error(output);
await build(() => {});
const server = await startSnapscope(1, async (data) => {
  const place = join(data, 'objects', 'bench', key);
  await mkdir(join(data, 'objects', 'bench'), { recursive: true });
  await link(file, place).catch(() => copyFile(file, place));
});
const origin = `http://127.0.0.1:${server.port}`;
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });

/** @param {string} path */
async function ask(path) {
  const answer = await fetch(`${origin}/api/snapshots/${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** @param {number[]} values @param {number} share */
const at = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
/** @param {number} value */
const ms = (value) => `${value.toFixed(0)} ms`;
/** @param {string} what @param {string} value */
const row = (what, value, aim = '') => console.log(`${what.padEnd(60)} ${value.padStart(34)}  ${aim}`);

/** The page of a graph once its picture has come to rest. @param {string} query */
async function open(query) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(recordFrames);
  await page.goto(`${origin}/snapshots/graph?${name}${query}`);
  /** @type {import('@playwright/test').JSHandle<import('./frames.mjs').GraphBench>} */
  const bench = await page.evaluateHandle('graphBench');
  await page.waitForFunction((each) => each.settled !== undefined, bench, { timeout });
  const { settled = Number.NaN, tasks } = await read(bench);
  return { page, bench, settled, longest: Math.max(0, ...tasks) };
}

/** @param {import('@playwright/test').JSHandle<import('./frames.mjs').GraphBench>} bench */
const read = (bench) => bench.evaluate(({ settled, tasks, frames }) => ({ settled, tasks, frames }));

/** @param {string} what @param {string} query */
async function showOpening(what, query) {
  const taken = [];
  for (let round = 0; round <= rounds; round++) {
    const { page, settled, longest } = await open(query);
    await page.close();
    // The first fills the caches of the browser and the server.
    if (round > 0) taken.push({ settled, longest });
  }
  const settled = taken.map((each) => each.settled);
  const longest = at(
    taken.map((each) => each.longest),
    0.5,
  );
  row(
    `browser: ${what}, to a settled picture`,
    `${ms(at(settled, 0.5))}, p95 ${ms(at(settled, 0.95))}`,
    'aim 1,000 ms',
  );
  row('  longest task on the way', ms(longest), 'aim 100 ms');
}

/** @param {string} what @param {string} query */
async function showPanning(what, query) {
  const { page, bench } = await open(query);
  const drawn = await bench.evaluate((each) => each.drawn());
  const canvas = await page.getByRole('application').boundingBox();
  if (!canvas) throw new Error('No canvas to move');
  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await bench.evaluate((each) => each.begin());
  for (let round = 0; round < rounds; round++) {
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    for (let step = 1; step <= 60; step++) await page.mouse.move(middle.x - 4 * step, middle.y - 2 * step);
    await page.mouse.up();
  }
  const { frames, tasks } = await read(bench);
  await page.close();
  row(
    `browser: moving ${what} (${drawn})`,
    `${ms(at(frames, 0.5))}, p95 ${ms(at(frames, 0.95))} a frame`,
    'aim p95 33 ms',
  );
  row('  longest task meanwhile', ms(Math.max(0, ...tasks)), 'aim 100 ms');
}

/** The map with its largest type unfolded to 2,000 cards, a page of a hundred after the other. */
async function manyCards() {
  /** @typedef {{ id: string, kind: string, count: number, parent?: string }} Box */
  /** @type {(query: string) => Promise<{ boxes: Box[] }>} */
  const boxesOf = (query) => ask(`map?${name}&group=type&limit=150${query}`);
  const { boxes } = await boxesOf('');
  const types = boxes.filter(({ kind }) => kind === 'type').sort((a, b) => b.count - a.count);
  const open = `&open=${encodeURIComponent(types[0]?.id ?? '')}`;
  const { boxes: opened } = await boxesOf(open);
  const fold = encodeURIComponent(opened.find(({ parent }) => parent === types[0]?.id)?.id ?? '');
  return `&group=type${open}&open=${fold}${`&more=${fold}`.repeat(19)}`;
}

try {
  const { itemCount } = await ask(`document?${name}`);
  await showOpening('the map', '');
  if (itemCount > 2000) {
    for (const most of [300, 1000, 2000])
      await showOpening(`everything, ${most} of it`, `&view=everything&most=${most}`);
    await showPanning('everything', '&view=everything&most=2000');
    await showPanning('the map', await manyCards());
  }
} finally {
  await browser.close();
  await server.stop();
}
