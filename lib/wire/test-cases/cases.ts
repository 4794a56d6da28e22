import type { Account } from './account';

/** One error: what it says, whole or by a pattern, and a call that meets it in an account that is empty at first. */
export type FailingCall = [says: string | RegExp, call: (account: Account) => Promise<unknown>];

/** How one operation is shown: that it does what it is for, and each error that AWS documents for it. */
export interface OperationCases {
  works(account: Account): Promise<void>;
  fails: { [error: string]: FailingCall };
}

export type CaseTable = { [operation: string]: OperationCases };

export const invalidToken = 'The nextToken provided is invalid';

/** AWS's words for a broken constraint at this place. */
export const broken = (place: string, constraint: string) =>
  new RegExp(
    `^(1 validation error detected: )?Value .* at '${place}' failed to satisfy constraint: Member must ${constraint}`,
  );

/** So many characters of a name. */
export const long = (length: number) => 'x'.repeat(length);

/** Fails unless the value is there: for what an answer may leave out by its type, but must not here. */
export function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The answer lacks what it must have.');
  return value;
}
