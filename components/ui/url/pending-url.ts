/**
 * The URL that a page navigated to last. Next.js follows it in its own time, and after a step back it fetches the page once more and,
 * when that arrives, writes the URL of that step over the one that was navigated to meanwhile. So a page shows the pending URL, and it
 * is written again when Next.js has overwritten it.
 */
export interface PendingUrl {
  pathname: string;
  /** As URLSearchParams writes it. */
  query: string;
}

type Write = 'pushState' | 'replaceState';

let pending: (PendingUrl & { href: string }) | undefined;
let writing = false;
let watched = false;
const watchers = new Set<() => void>();

/** The URL that was navigated to last; undefined when Next.js alone knows. */
export function pendingUrl(): PendingUrl | undefined {
  return pending;
}

/** Calls `changed` after each change of the pending URL. Returns what ends it. */
export function watchPendingUrl(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** Writes a URL of this site into the browser's history, and has it shown. */
export function navigate(write: Write, href: string): void {
  writing = true;
  try {
    window.history[write](null, '', href);
  } finally {
    writing = false;
  }
  setPending(here());
}

/** Begins to follow the steps of the browser's history, and what others write into it. Once for all. */
export function watchHistory(): void {
  if (watched) return;
  watched = true;
  window.addEventListener('popstate', () => setPending(here()));
  afterEach('pushState', () => {
    // Another page, or a link to another state of this one.
    pending = undefined;
    queueMicrotask(tell);
  });
  afterEach('replaceState', () => {
    if (pending?.pathname !== window.location.pathname || pending.href === here().href) return;
    const { href } = pending;
    // Next.js writes while React commits: nothing may be asked of it before that has ended.
    setTimeout(() => {
      if (pending?.href === href && window.location.pathname === pending.pathname) navigate('replaceState', href);
    });
  });
}

/** Has `then` called whenever someone else has written into the history. */
function afterEach(write: Write, then: () => void): void {
  const original = window.history[write];
  window.history[write] = function written(this: History, ...values: Parameters<History[Write]>) {
    original.apply(this, values);
    if (!writing) then();
  };
}

function here() {
  const { pathname, search } = window.location;
  return { pathname, query: new URLSearchParams(search).toString(), href: pathname + search };
}

function setPending(url: typeof pending): void {
  pending = url;
  tell();
}

function tell(): void {
  for (const changed of watchers) changed();
}
