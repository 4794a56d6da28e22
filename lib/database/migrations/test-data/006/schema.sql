-- migration 001-initial
CREATE TABLE recorders (
  account_id text NOT NULL,
  region text NOT NULL,
  name text NOT NULL,
  role_arn text,
  recording_group jsonb NOT NULL,
  recording_mode jsonb NOT NULL,
  recording boolean NOT NULL DEFAULT false,
  last_status text NOT NULL DEFAULT 'PENDING',
  last_start_time timestamptz,
  last_stop_time timestamptz,
  last_status_change_time timestamptz,
  last_error_code text,
  last_error_message text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, region)
);

CREATE TABLE recorder_sources (
  account_id text NOT NULL,
  region text NOT NULL,
  name text NOT NULL,
  last_status text NOT NULL,
  last_attempt_time timestamptz NOT NULL,
  item_count integer NOT NULL,
  error_message text,
  PRIMARY KEY (account_id, region, name)
);

-- Every configuration item ever captured; the newest of each resource is current.
CREATE TABLE configuration_items (
  account_id text NOT NULL,
  region text NOT NULL,
  type_key text NOT NULL,
  resource_id text NOT NULL,
  state_id bigint NOT NULL,
  is_current boolean NOT NULL,
  source text NOT NULL,
  resource_type text NOT NULL,
  resource_name text,
  arn text,
  aws_region text NOT NULL,
  availability_zone text,
  status text NOT NULL,
  capture_time timestamptz NOT NULL,
  creation_time timestamptz,
  content_hash text NOT NULL,
  -- The item as it is delivered, to the letter: json keeps member order and the digits of numbers, jsonb does not.
  body json NOT NULL,
  PRIMARY KEY (account_id, region, type_key, resource_id, state_id)
);
CREATE UNIQUE INDEX configuration_items_current
  ON configuration_items (account_id, region, type_key, resource_id) WHERE is_current;

CREATE TABLE delivery_channels (
  account_id text NOT NULL,
  region text NOT NULL,
  name text NOT NULL,
  s3_bucket_name text NOT NULL,
  s3_key_prefix text,
  s3_kms_key_arn text,
  sns_topic_arn text,
  delivery_frequency text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, region)
);

CREATE TABLE delivery_status (
  account_id text NOT NULL,
  region text NOT NULL,
  channel_name text NOT NULL,
  format text NOT NULL CHECK (format IN ('stream', 'history', 'snapshot')),
  last_status text,
  last_attempt_time timestamptz,
  last_successful_time timestamptz,
  last_status_change_time timestamptz,
  next_delivery_time timestamptz,
  last_error_code text,
  last_error_message text,
  PRIMARY KEY (account_id, region, channel_name, format)
);

-- Each try to deliver a snapshot. The row is the job: the lease says whether somebody is at it.
CREATE TABLE delivery_attempts (
  config_snapshot_id uuid PRIMARY KEY,
  account_id text NOT NULL,
  region text NOT NULL,
  channel_name text NOT NULL,
  trigger text NOT NULL,
  phase text NOT NULL CHECK (phase IN ('queued', 'writing', 'uploading', 'delivered', 'failed')),
  items_written integer NOT NULL DEFAULT 0,
  items_total integer NOT NULL DEFAULT 0,
  bytes_uploaded bigint NOT NULL DEFAULT 0,
  bucket text NOT NULL,
  object_key text NOT NULL,
  requested_at timestamptz NOT NULL,
  finished_at timestamptz,
  error_code text,
  error_message text,
  owner text NOT NULL,
  lease_expires_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX delivery_attempts_one_at_a_time
  ON delivery_attempts (account_id, region, channel_name) WHERE phase IN ('queued', 'writing', 'uploading');
CREATE INDEX delivery_attempts_newest ON delivery_attempts (account_id, region, requested_at DESC);
-- migration 002-wire
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
-- migration 003-source-notes
ALTER TABLE recorder_sources
  ADD COLUMN notes text[] NOT NULL DEFAULT '{}',
  ADD COLUMN note_count integer NOT NULL DEFAULT 0;
-- migration 004-cycle
ALTER TABLE recorders
  ADD COLUMN cycle_count bigint NOT NULL DEFAULT 0,
  ADD COLUMN last_cycle_started_at timestamptz;

CREATE TABLE recorder_parts (
  account_id text NOT NULL,
  region text NOT NULL,
  source text NOT NULL,
  part text NOT NULL,
  resource_types text[] NOT NULL,
  last_status text NOT NULL CHECK (last_status IN ('SUCCESS', 'FAILURE')),
  last_attempt_time timestamptz NOT NULL,
  last_successful_time timestamptz,
  duration_ms integer NOT NULL,
  -- Of the last reading that was whole.
  item_count integer NOT NULL,
  error_code text,
  error_message text,
  missing_permission text,
  PRIMARY KEY (account_id, region, source, part)
);

-- What a part showed before it ended, beyond what memory is to hold. Worthless after a crash, and so not logged.
CREATE UNLOGGED TABLE recorder_staged_items (
  account_id text NOT NULL,
  region text NOT NULL,
  source text NOT NULL,
  type_key text NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  item text NOT NULL,
  PRIMARY KEY (account_id, region, source, type_key, number)
);

-- When a type of daily recording was last recorded whole.
CREATE TABLE daily_recordings (
  account_id text NOT NULL,
  region text NOT NULL,
  source text NOT NULL,
  type_key text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, region, source, type_key)
);
-- migration 005-delivery
ALTER TABLE delivery_attempts
  ADD COLUMN kind text NOT NULL DEFAULT 'snapshot' CHECK (kind IN ('snapshot', 'history')),
  -- The id of the access key that asked; null for the browser and the schedule.
  ADD COLUMN requested_by text,
  ADD COLUMN retries integer NOT NULL DEFAULT 0,
  ADD COLUMN last_retry_code text,
  ADD COLUMN failed_step text,
  ADD COLUMN remedy text;

-- A snapshot need not wait for a history delivery: one of each kind at a time.
DROP INDEX delivery_attempts_one_at_a_time;
CREATE UNIQUE INDEX delivery_attempts_one_at_a_time
  ON delivery_attempts (account_id, region, channel_name, kind) WHERE phase IN ('queued', 'writing', 'uploading');
DROP INDEX delivery_attempts_newest;
CREATE INDEX delivery_attempts_newest
  ON delivery_attempts (account_id, region, requested_at DESC, config_snapshot_id DESC);

-- Each object that a delivery put into a bucket, entered before the object can appear.
CREATE TABLE delivery_objects (
  config_snapshot_id uuid NOT NULL REFERENCES delivery_attempts ON DELETE CASCADE,
  bucket text NOT NULL,
  object_key text NOT NULL,
  -- Of a history file.
  resource_type text,
  item_count integer NOT NULL,
  size bigint NOT NULL,
  content_size bigint NOT NULL,
  sha256 text NOT NULL,
  -- Where each block of the gzip begins: lib/documents/gzip-blocks.ts.
  gzip_blocks bytea NOT NULL,
  -- Known to stand in the bucket.
  appeared boolean NOT NULL DEFAULT false,
  PRIMARY KEY (config_snapshot_id, object_key)
);
CREATE INDEX delivery_objects_key ON delivery_objects (bucket, object_key);

-- The period by which next_delivery_time was reckoned, so that another one is noticed.
ALTER TABLE delivery_status ADD COLUMN schedule_period_ms bigint;

-- How far history was delivered: of every type in the row without a type, and further in the rows of single types. A window that
-- is being delivered is entered with its key first, and delivered again to the letter when its process dies.
CREATE TABLE history_positions (
  account_id text NOT NULL,
  region text NOT NULL,
  type_key text NOT NULL,
  delivered_until bigint NOT NULL DEFAULT 0,
  resource_type text,
  window_until bigint,
  bucket text,
  object_key text,
  PRIMARY KEY (account_id, region, type_key)
);
-- migration 006-notifications
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
