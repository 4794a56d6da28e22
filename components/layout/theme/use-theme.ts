'use client';
import { useEffect, useSyncExternalStore } from 'react';
import { applyTheme, chooseTheme, readTheme, type Theme, watchTheme } from './theme';

/** The reader's theme and the way to change it. The server does not know it and says `system`; the page's colours do not wait for this. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore<Theme>(watchTheme, readTheme, () => 'system');
  useEffect(() => {
    const apply = () => applyTheme(readTheme());
    apply();
    return watchTheme(apply);
  }, []);
  return [theme, chooseTheme];
}
