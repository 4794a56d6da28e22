import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { applyTheme, chooseTheme, readTheme } from './theme';

const firstPaint = readFileSync(new URL('../../../public/theme.js', import.meta.url), 'utf8');

let stored: Map<string, string>;
let classes: Set<string>;
let systemIsDark: boolean;
let colorScheme: { colorScheme: string };

beforeEach(() => {
  stored = new Map();
  classes = new Set();
  systemIsDark = false;
  colorScheme = { colorScheme: '' };
  const classList = {
    add: (name: string) => classes.add(name),
    remove: (name: string) => classes.delete(name),
    toggle: (name: string, on: boolean) => (on ? classes.add(name) : classes.delete(name)),
  };
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
  vi.stubGlobal('document', { body: { classList }, documentElement: { style: colorScheme } });
  vi.stubGlobal('matchMedia', () => ({ matches: systemIsDark }));
  vi.stubGlobal('window', { dispatchEvent: () => true, matchMedia: () => ({ matches: systemIsDark }) });
});

afterEach(() => vi.unstubAllGlobals());

function paint() {
  classes.clear();
  new Function(firstPaint)();
  return { dark: classes.has('awsui-dark-mode'), colorScheme: colorScheme.colorScheme };
}

describe('the first paint', () => {
  test('follows the system until the reader has chosen', () => {
    expect(paint()).toEqual({ dark: false, colorScheme: 'light' });
    systemIsDark = true;
    expect(paint()).toEqual({ dark: true, colorScheme: 'dark' });
  });

  test.each(['light', 'dark', 'system'] as const)('looks as the page did when %s was chosen', (theme) => {
    for (systemIsDark of [false, true]) {
      chooseTheme(theme);
      const chosen = classes.has('awsui-dark-mode');
      expect(paint().dark).toBe(chosen);
    }
  });

  test('works where storage is forbidden', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('forbidden');
      },
    });
    expect(paint().dark).toBe(false);
    expect(readTheme()).toBe('system');
  });
});

test('a stored value that is none of ours means the system', () => {
  stored.set('snapscope-theme', 'purple');
  systemIsDark = true;
  expect(readTheme()).toBe('system');
  expect(paint().dark).toBe(true);
});

test('light wins over a dark system', () => {
  systemIsDark = true;
  applyTheme('light');
  expect(classes.has('awsui-dark-mode')).toBe(false);
  expect(colorScheme.colorScheme).toBe('light');
});
