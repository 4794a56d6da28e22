/** Each part of a source stands by itself: how its last reading went, what waits for its end, when a daily type was recorded. */
export const cycle = `
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
`;
