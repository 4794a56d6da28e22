/** All state stands apart by account and region, as AWS Config keeps it. */
export interface Scope {
  /** Twelve digits. */
  accountId: string;
  region: string;
}
