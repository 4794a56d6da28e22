/** The order in which changes were recorded, and what is sent of them and of deliveries to topics and webhooks. */
export const notifications = `
-- Grows with every item. Items of an account and region are written one transaction after the other (an advisory lock), so in
-- each of them the order of these numbers is the order in which they became visible.
CREATE SEQUENCE configuration_items_journal AS bigint CACHE 1;
ALTER TABLE configuration_items ADD COLUMN journal_id bigint;
UPDATE configuration_items i SET journal_id = numbered.n
  FROM (SELECT ctid AS place, row_number() OVER (ORDER BY state_id, account_id, region, type_key, resource_id) AS n
        FROM configuration_items) AS numbered
  WHERE i.ctid = numbered.place;
SELECT setval('configuration_items_journal', coalesce(max(journal_id), 0) + 1, false) FROM configuration_items;
ALTER TABLE configuration_items
  ALTER COLUMN journal_id SET DEFAULT nextval('configuration_items_journal'),
  ALTER COLUMN journal_id SET NOT NULL;
ALTER SEQUENCE configuration_items_journal OWNED BY configuration_items.journal_id;
CREATE INDEX configuration_items_in_order ON configuration_items (account_id, region, journal_id);

-- One for each account, region and receiver: how far it got, who sends, and when it is tried again.
CREATE TABLE notification_lanes (
  account_id text NOT NULL,
  region text NOT NULL,
  receiver text NOT NULL CHECK (receiver IN ('topic', 'webhook')),
  -- The newest change that the receiver took, or that it need not be told of.
  journal_id bigint NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  retry_at timestamptz,
  owner text,
  lease_expires_at timestamptz,
  PRIMARY KEY (account_id, region, receiver)
);

-- Notices that are not changes of resources: written with what they tell of, gone once the receiver took them.
CREATE TABLE notification_outbox (
  id bigserial PRIMARY KEY,
  account_id text NOT NULL,
  region text NOT NULL,
  receiver text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX notification_outbox_in_order ON notification_outbox (account_id, region, receiver, id);

-- A topic that is set already is told of what comes, not of the past.
INSERT INTO notification_lanes (account_id, region, receiver, journal_id)
  SELECT account_id, region, 'topic', coalesce((SELECT max(i.journal_id) FROM configuration_items i
    WHERE i.account_id = c.account_id AND i.region = c.region), 0)
  FROM delivery_channels c WHERE sns_topic_arn IS NOT NULL;
`;
