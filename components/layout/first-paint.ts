import { useEffect } from 'react';

/** Cloudscape's own switch between its forms for phones and for wide windows; made for its tests, looked at by all its components. */
const forcedForm = Symbol.for('awsui-force-mobile-mode');

/**
 * Has Cloudscape draw the page for the first time as the server drew it. By itself it asks how wide the window is, and draws other things on
 * a phone than the server, which knows of no window: React then throws the server's page away and draws it again (error 418).
 */
export function drawAsServer(): void {
  if (typeof window !== 'undefined') Object.assign(globalThis, { [forcedForm]: false });
}

/** Once the component that calls this is awake, Cloudscape goes by the width of the window. It must be one that wakes up last: the page. */
export function useWindowWidth(): void {
  useEffect(() => {
    if (!Reflect.has(globalThis, forcedForm)) return;
    Reflect.deleteProperty(globalThis, forcedForm);
    document.body.classList.add('awake');
    // What Cloudscape listens to, once all that woke up together does.
    queueMicrotask(() => window.dispatchEvent(new Event('resize')));
  }, []);
}
