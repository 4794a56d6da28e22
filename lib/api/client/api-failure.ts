import type { ApiError } from '../contract/error';

/** The API's kinds of errors, and what the browser alone meets: no answer at all, or one that is not the contract's. */
export type FailureKind = ApiError['error']['kind'] | 'no-answer' | 'unexpected';

/**
 * Why the API gave no result. `kind` is what pages go by, `code` is stable and is shown for support and search, `message` is for people.
 * `readableItems` and `excerpt` are as in `apiError`.
 */
export class ApiFailure extends Error {
  readonly kind: FailureKind;
  readonly code: string;
  readonly readableItems: number | undefined;
  readonly excerpt: string | undefined;

  constructor(
    { kind, code, message, readableItems, excerpt }: Omit<ApiError['error'], 'kind'> & { kind: FailureKind },
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'ApiFailure';
    this.kind = kind;
    this.code = code;
    this.readableItems = readableItems;
    this.excerpt = excerpt;
  }
}

/** The code to show for any error of a query or a command: an `ApiFailure`'s own, else the error's class name. */
export function failureCode(error: Error): string {
  return error instanceof ApiFailure ? error.code : error.name;
}
