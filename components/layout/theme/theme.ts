import { applyMode, Mode } from '@cloudscape-design/global-styles';

/** What the reader chose; `system` follows the operating system as it changes. */
export type Theme = 'light' | 'dark' | 'system';

/** The same key stands in public/theme.js, which applies the choice before the first paint. */
const storageKey = 'snapscope-theme';
const changed = 'snapscope-theme-changed';

/** The stored choice; `system` where none is stored, it is not one of ours, or storage is forbidden. */
export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(storageKey);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

/** Remembers the choice and shows it at once, in this tab and in the others. */
export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Storage is forbidden or full: the choice holds for nothing but this call, and the page still works.
  }
  applyTheme(theme);
  window.dispatchEvent(new Event(changed));
}

/** Puts the page into the mode that `theme` means now. */
export function applyTheme(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'system' && darkPreferred().matches);
  applyMode(dark ? Mode.Dark : Mode.Light);
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
}

/** Calls back when the choice or the system's preference changes, here or in another tab; returns the way out. */
export function watchTheme(onChange: () => void): () => void {
  const preference = darkPreferred();
  window.addEventListener(changed, onChange);
  window.addEventListener('storage', onChange);
  preference.addEventListener('change', onChange);
  return () => {
    window.removeEventListener(changed, onChange);
    window.removeEventListener('storage', onChange);
    preference.removeEventListener('change', onChange);
  };
}

function darkPreferred(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}
