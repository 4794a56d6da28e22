/** The record of deliveries is read over all Regions of an account. */
export const deliveriesOfAllRegions = `
CREATE INDEX delivery_attempts_of_account
  ON delivery_attempts (account_id, requested_at DESC, config_snapshot_id DESC);
`;
