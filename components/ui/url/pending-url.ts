/**
 * The address that a page asked for last. Next.js follows it in its own time, and after a step back it fetches the page once more and,
 * when that arrives, writes the address of that step over whatever was asked for meanwhile. So a page shows what was asked for, and
 * the address is put right when Next.js has overwritten it.
 */
export interface AskedAddress {
  pathname: string;
  /** As URLSearchParams writes it. */
  query: string;
}

type Write = 'pushState' | 'replaceState';

let asked: (AskedAddress & { href: string }) | undefined;
let writing = false;
let watched = false;
const watchers = new Set<() => void>();

/** What was asked for last; undefined when Next.js alone knows. */
export function addressAsked(): AskedAddress | undefined {
  return asked;
}

/** Calls `changed` after each change of what is asked for. Returns what ends it. */
export function watchAddress(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** Writes an address of this site into the browser's history, and has it shown. */
export function askAddress(write: Write, href: string): void {
  writing = true;
  try {
    window.history[write](null, '', href);
  } finally {
    writing = false;
  }
  setAsked(here());
}

/** Begins to follow the steps of the browser's history, and what others write into it. Once for all. */
export function watchHistory(): void {
  if (watched) return;
  watched = true;
  window.addEventListener('popstate', () => setAsked(here()));
  afterEach('pushState', () => {
    // Another page, or a link to another state of this one.
    asked = undefined;
    queueMicrotask(tell);
  });
  afterEach('replaceState', () => {
    if (asked?.pathname !== window.location.pathname || asked.href === here().href) return;
    const { href } = asked;
    // Next.js writes while React commits: nothing may be asked of it before that has ended.
    setTimeout(() => {
      if (asked?.href === href && window.location.pathname === asked.pathname) askAddress('replaceState', href);
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

function setAsked(address: typeof asked): void {
  asked = address;
  tell();
}

function tell(): void {
  for (const changed of watchers) changed();
}
