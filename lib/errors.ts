/**
 * What went wrong, in the domain's words. No HTTP here: each edge translates `kind` once
 * (`lib/api/server/respond.ts` for the browser, `lib/wire/errors.ts` for AWS clients).
 */
export type ErrorKind =
  | 'invalid' // the caller sent something wrong
  | 'not-found' // the thing named does not exist
  | 'conflict' // refused in the present state
  | 'denied' // an outside system refused us
  | 'unavailable' // an outside system did not answer; trying again may help
  | 'unreadable'; // stored data that cannot be understood

/** What a page may show of an error besides its message. */
export interface ErrorDetails {
  /** Of a document that is broken: how many items come before the error and can be read. */
  readableItems?: number;
  /** Of a mistake in what a user wrote: its line and a mark below the mistake, to be shown as they are. */
  excerpt?: string;
}

/** The same in every copy of this module. */
const mark = Symbol.for('snapscope.DomainError');

/**
 * A failure that a user can act on. `code` is stable and machine readable (AWS's or S3's own name where there is one,
 * such as `NoSuchBucket`), `message` names the thing and what to do about it.
 *
 * `instanceof` goes by a mark, not by the class: Next bundles this module once for the start of the server and once more for
 * routes, and an error that one copy throws must be known to the other.
 */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly readableItems: number | undefined;
  readonly excerpt: string | undefined;
  readonly [mark] = true;

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a subclass asks for itself, and that goes by its class.
    const ordinary = this !== DomainError && Function.prototype[Symbol.hasInstance].bind(this);
    return ordinary ? ordinary(value) : typeof value === 'object' && value !== null && mark in value;
  }

  constructor(kind: ErrorKind, code: string, message: string, options?: { cause?: unknown } & ErrorDetails) {
    super(message, options);
    this.name = 'DomainError';
    this.kind = kind;
    this.code = code;
    this.readableItems = options?.readableItems;
    this.excerpt = options?.excerpt;
  }
}

/** The code of any thrown value: a domain error's own, else the error's class name. */
export function errorCode(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  return error instanceof Error ? error.name : 'UnknownError';
}

/** The message of any thrown value. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
