import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseEnv } from 'node:util';
import { expect, test } from '@playwright/test';
import { findPostmaster } from '@/lib/database/embedded/postmaster';
import { neutralEnvironment } from './fixtures/server';

/** Nothing for what the developer's own files of settings say: the launcher reads those, and they may lead to a database in use. */
function unset(): Record<string, string> {
  const files = ['.env.local', '.env'].filter((name) => existsSync(name));
  const names = files.flatMap((name) => Object.keys(parseEnv(readFileSync(name, 'utf8'))));
  return Object.fromEntries(names.map((name) => [name, '']));
}

/** `npm start` on a data folder, once it is ready. */
async function launch(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['server/start.mjs'], {
    env: {
      ...neutralEnvironment(),
      ...unset(),
      PORT: '0',
      SNAPSCOPE_DATA_DIR: dataDir,
      // A line for each request.
      SNAPSCOPE_LOG_LEVEL: 'debug',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk) => (said += chunk));
  if (!child.stdout) throw new Error('There is nothing to read from.');
  for await (const line of createInterface({ input: child.stdout })) {
    said += `${line}\n`;
    const [, url] = /^Snapscope is ready at (.*)$/.exec(line) ?? [];
    if (url) return { child, url };
  }
  throw new Error(`Snapscope did not start:\n${said}`);
}

const isGone = async (url: string) => (await fetch(url).catch(() => undefined)) === undefined;

test('npm start goes on without a reader, and leaves nothing behind however it ends', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'snapscope-'));
  const cluster = join(dataDir, 'postgres');
  try {
    const first = await launch(dataDir);
    await test.step('nobody reads what it says any more', async () => {
      first.child.stdout?.destroy();
      first.child.stderr?.destroy();
      for (let time = 0; time < 20; time++) expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
    });

    await test.step('two signals end it once, and in order', async () => {
      const ended = once(first.child, 'exit');
      first.child.kill('SIGTERM');
      first.child.kill('SIGINT');
      expect(await ended).toEqual([0, null]);
      expect(await findPostmaster(cluster)).toBeUndefined();
    });

    await test.step('a launcher that was killed takes the server with it, and that its PostgreSQL', async () => {
      const second = await launch(dataDir);
      expect(await findPostmaster(cluster)).toBeDefined();
      second.child.kill('SIGKILL');
      await expect.poll(() => isGone(second.url), { timeout: 60_000 }).toBe(true);
      await expect.poll(() => findPostmaster(cluster), { timeout: 60_000 }).toBeUndefined();
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});
