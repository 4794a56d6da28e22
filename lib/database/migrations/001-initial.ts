/** Recorder, channel, items and deliveries. All state stands apart by account and region. */
export const initial = `
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
`;
