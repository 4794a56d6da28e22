import { useEffect, useRef, useState } from 'react';

/**
 * Lets the page cover everything. The whole document goes to full screen, not the page's element: menus and dialogs stand beside it.
 * Where the browser has no full screen, the page still covers the window. Keeps the page as high as what is left of the window.
 */
export function useFullScreen() {
  const root = useRef<HTMLDivElement>(null);
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const left = () => {
      if (document.fullscreenElement === null) setFull(false);
    };
    document.addEventListener('fullscreenchange', left);
    return () => document.removeEventListener('fullscreenchange', left);
  }, []);
  useEffect(() => {
    const measure = () => {
      const element = root.current;
      if (!element) return;
      const top = element.getBoundingClientRect().top + window.scrollY;
      element.style.setProperty('--graph-top', `${Math.round(top)}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const toggle = () => {
    if (isFull) {
      setFull(false);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
      return;
    }
    setFull(true);
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
  return { root, isFull, toggle };
}
