import { useEffect, useState } from 'react';

/** Whether the page covers everything, and the way in and out of that. */
export interface FullScreen {
  isFull: boolean;
  toggle(): void;
}

/**
 * Lets the page cover everything. The whole document goes to full screen, not the page's element: menus and dialogs stand beside it.
 * Where the browser has no full screen, the page still covers the window. Who leaves the page leaves full screen too.
 */
export function useFullScreen(): FullScreen {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const left = () => {
      if (document.fullscreenElement === null) setFull(false);
    };
    document.addEventListener('fullscreenchange', left);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      leave();
    };
  }, []);
  const toggle = () => {
    setFull(!isFull);
    if (isFull) leave();
    else void document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
  return { isFull, toggle };
}

function leave(): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
}
