import { useSyncExternalStore } from 'react';
import type { Mode } from '@/lib/graph/style/palette';

/** The class that Cloudscape's `applyMode` puts on the body. */
const darkClass = 'awsui-dark-mode';

function watch(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  return () => observer.disconnect();
}

/** Whether the page is light or dark now. A canvas takes no part in the page's styles, so it has to be told. */
export function useMode(): Mode {
  return useSyncExternalStore(
    watch,
    () => (document.body.classList.contains(darkClass) ? 'dark' : 'light'),
    () => 'light',
  );
}
