/** All state stands apart by account and region, as AWS Config keeps it. */
export interface Scope {
  /** Twelve digits. */
  accountId: string;
  region: string;
}

/** What is looked at of several accounts and Regions together. */
export interface ScopeSelection {
  /** None twice. */
  scopes: readonly Scope[];
  /** No other types; all where absent. */
  resourceTypes?: readonly string[];
}

/** The Region of resources that are not in any, such as IAM's: AWS Config writes it so into their items. */
export const globalRegion = 'global';
