/**
 * Resources keep their history under the ids that real items have: an alarm and an ECS cluster their name, a task definition its
 * family. And items whose files leave nulls out are kept in that form as well.
 */
export const formsOfRealItems = `
-- Resources that the source of AWS's APIs, or of the sample account, recorded under their ARNs. (What others tell of is not ours to rename.)
CREATE TEMPORARY TABLE renamed ON COMMIT DROP AS
  SELECT i.account_id, i.region, i.type_key, i.resource_id AS old_id, name[1] AS new_id,
    coalesce(name[2], '0')::bigint AS revision, i.status
  FROM configuration_items i CROSS JOIN LATERAL (SELECT regexp_match(i.resource_id, CASE i.type_key
    WHEN 'aws::cloudwatch::alarm' THEN '^arn:[^:]+:cloudwatch:[^:]*:[^:]*:alarm:(.+)$'
    WHEN 'aws::ecs::cluster' THEN '^arn:[^:]+:ecs:[^:]*:[^:]*:cluster/(.+)$'
    ELSE '^arn:[^:]+:ecs:[^:]*:[^:]*:task-definition/([^:]+):(\\d+)$' END) AS name) matched
  WHERE i.is_current AND i.source IN ('aws', 'sample') AND name IS NOT NULL
    AND i.type_key IN ('aws::cloudwatch::alarm', 'aws::ecs::cluster', 'aws::ecs::taskdefinition');
-- What bears the new id already is one history with them, and newer.
INSERT INTO renamed
  SELECT DISTINCT i.account_id, i.region, i.type_key, i.resource_id, i.resource_id, 9223372036854775807, i.status
  FROM configuration_items i JOIN renamed r USING (account_id, region, type_key)
  WHERE i.is_current AND i.resource_id = r.new_id;

-- All revisions of a family become one history: in the order of their times, the newest item of the newest revision that exists last, since
-- the last item of a resource tells what it is now. State ids grow, so that of equal ones the later is moved on.
CREATE TEMPORARY TABLE moved ON COMMIT DROP AS
  WITH ranked AS (
    SELECT i.*, r.new_id, r.revision, row_number() OVER (PARTITION BY i.account_id, i.region, i.type_key, r.new_id
      ORDER BY i.is_current DESC, r.status IN ('ResourceDeleted', 'ResourceDeletedNotRecorded', 'ResourceNotRecorded'),
        r.revision DESC) = 1 AS is_last
    FROM configuration_items i JOIN renamed r
      ON r.account_id = i.account_id AND r.region = i.region AND r.type_key = i.type_key AND r.old_id = i.resource_id
  ), ordered AS (
    SELECT *, row_number() OVER (PARTITION BY account_id, region, type_key, new_id
      ORDER BY is_last, state_id, revision) AS place FROM ranked
  )
  SELECT *, place + max(state_id - place) OVER (PARTITION BY account_id, region, type_key, new_id ORDER BY place) AS new_state_id
  FROM ordered;

DELETE FROM configuration_items i USING renamed r
  WHERE r.account_id = i.account_id AND r.region = i.region AND r.type_key = i.type_key AND r.old_id = i.resource_id;
INSERT INTO configuration_items (account_id, region, type_key, resource_id, state_id, is_current, source, resource_type,
    resource_name, arn, aws_region, availability_zone, status, capture_time, creation_time, content_hash, journal_id, body)
  SELECT account_id, region, type_key, new_id, new_state_id, is_last, source, resource_type,
    resource_name, arn, aws_region, availability_zone, status, capture_time, creation_time, content_hash, journal_id,
    replace(replace(body::text,
      '"resourceId":' || to_json(resource_id)::text || ',', '"resourceId":' || to_json(new_id)::text || ','),
      '"configurationStateId":' || state_id || ',', '"configurationStateId":' || new_state_id || ',')::json
  FROM moved;

-- Relationships to alarms, which scaling policies alone have.
UPDATE configuration_items SET body = regexp_replace(body::text,
  '"resourceId":"arn:[^:"]+:cloudwatch:[^:"]*:[^:"]*:alarm:((?:[^"\\\\]|\\\\.)+)","resourceType":"AWS::CloudWatch::Alarm"',
  '"resourceId":"\\1","resourceName":"\\1","resourceType":"AWS::CloudWatch::Alarm"', 'g')::json
WHERE type_key = 'aws::autoscaling::scalingpolicy' AND source IN ('aws', 'sample') AND body::text LIKE '%:alarm:%';

-- The item as delivered files have it, where that is another text than the body: without the nulls that AWS's API tells.
ALTER TABLE configuration_items ADD COLUMN file_body json;
UPDATE configuration_items SET file_body = (
  SELECT '{' || string_agg(to_json(key)::text || ':' || CASE
      WHEN key IN ('configuration', 'supplementaryConfiguration') THEN json_strip_nulls(value)::text ELSE value::text END,
    ',' ORDER BY place) || '}'
  FROM json_each(body) WITH ORDINALITY AS field (key, value, place))::json
-- Escapes such as \\u0000 cannot be taken apart in PostgreSQL: such an item is delivered in its new form when it changes.
WHERE is_current AND body::text LIKE '%:null%' AND strpos(body::text, '\\u') = 0;
`;
