/** Deliveries by schedule, history files, and what was delivered, so that it can be verified and read in parts. */
export const delivery = `
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
  -- Where each block of the gzip begins: lib/documents/gzip/gzip-blocks.ts.
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
`;
