import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { settingEntries } from '@/lib/settings/declarations';
import { envExample, settingsTable } from './settings-docs';

const forgotten = 'run node tools/make-settings-docs.mjs';

test('.env.example is made from the settings', async () => {
  expect(await readFile('.env.example', 'utf8'), forgotten).toBe(envExample());
});

test("the README's table is made from the settings", async () => {
  expect(await readFile('README.md', 'utf8'), forgotten).toContain(
    `<!-- settings -->\n\n${settingsTable()}\n\n<!-- end of settings -->`,
  );
});

test('every setting stands in .env.example with the default that holds', () => {
  const lines = envExample().split('\n');
  for (const [name, setting] of settingEntries) {
    expect(lines.filter((line) => line.startsWith(`#${name}=`))).toEqual([`#${name}=${setting.default ?? ''}`]);
  }
});
