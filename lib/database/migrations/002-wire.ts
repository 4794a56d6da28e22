/** What AWS clients keep besides recorder and channel: retention, stored queries, and tags of AWS Config's own resources. */
export const wire = `
CREATE TABLE retention_configurations (
  account_id text NOT NULL,
  region text NOT NULL,
  retention_period_in_days integer NOT NULL,
  PRIMARY KEY (account_id, region)
);

CREATE TABLE stored_queries (
  account_id text NOT NULL,
  region text NOT NULL,
  name text NOT NULL,
  id text NOT NULL,
  description text,
  expression text NOT NULL,
  PRIMARY KEY (account_id, region, name)
);

CREATE TABLE resource_tags (
  account_id text NOT NULL,
  region text NOT NULL,
  resource_arn text NOT NULL,
  key text NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (account_id, region, resource_arn, key)
);

-- Finds what retention lets go.
CREATE INDEX configuration_items_history ON configuration_items (account_id, region, capture_time) WHERE NOT is_current;
`;
