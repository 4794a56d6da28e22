/** A key that may sign, and the account that it belongs to. */
export interface AccountKey {
  accessKeyId: string;
  secretAccessKey: string;
  accountId: string;
}

/** Keys of so many accounts, for `SNAPSCOPE_ACCESS_KEYS`. */
export function accountKeys(count: number): AccountKey[] {
  return Array.from({ length: count }, (_, index) => ({
    accessKeyId: `AKIDWIRE${index + 1}`,
    secretAccessKey: `s3cret/+${index + 1}`,
    accountId: String(100_000_000_001 + index),
  }));
}

export const accessKeysSetting = (keys: readonly AccountKey[]) =>
  keys.map((key) => `${key.accessKeyId}:${key.secretAccessKey}:${key.accountId}`).join(',');
