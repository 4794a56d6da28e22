/** Aggregators of AWS Config, who may collect from which account and Region, and whose requests were turned down. */
export const aggregators = `
CREATE TABLE configuration_aggregators (
  account_id text NOT NULL,
  region text NOT NULL,
  name text NOT NULL,
  id text NOT NULL,
  source_account_ids text[] NOT NULL,
  -- Empty where all Regions are aggregated.
  source_regions text[] NOT NULL,
  filters jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, region, name)
);
-- Finds who asks for an account.
CREATE INDEX configuration_aggregators_of_source ON configuration_aggregators USING gin (source_account_ids);

-- The account and Region let the aggregators of another account and Region read what is recorded in them.
CREATE TABLE aggregation_authorizations (
  account_id text NOT NULL,
  region text NOT NULL,
  authorized_account_id text NOT NULL,
  authorized_region text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, region, authorized_account_id, authorized_region)
);
CREATE INDEX aggregation_authorizations_of_aggregator
  ON aggregation_authorizations (authorized_account_id, authorized_region, account_id);

-- The account and Region deleted the request of these aggregators. Gone once one of them is put again, which asks anew.
CREATE TABLE dismissed_aggregation_requests (
  requester_account_id text NOT NULL,
  requester_region text NOT NULL,
  account_id text NOT NULL,
  region text NOT NULL,
  PRIMARY KEY (requester_account_id, requester_region, account_id, region)
);
`;
