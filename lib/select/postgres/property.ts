import { sanitizeJsonSql } from '../../database/sanitize-json-sql';
import { DomainError } from '../../errors';
import type { Path } from '../language/expression';

/**
 * Where the properties of a query lie in a stored configuration item. The names are those of the API (`accountId`, `arn`), as in AWS's
 * published property lists (awslabs/aws-config-resource-schema), while the stored body is the file's form.
 */

/** What a statement reads, of SQL for items `i`: the item and its body as `b.body`. */
export const withBody = (items: string) =>
  `${items} CROSS JOIN LATERAL (SELECT ${sanitizeJsonSql('i.body')} AS body) b`;

/** Scalars that every item has, as SQL text over `withBody`. */
const scalars: ReadonlyMap<string, string> = new Map([
  ['accountId', 'i.account_id'],
  ['arn', 'i.arn'],
  ['availabilityZone', 'i.availability_zone'],
  ['awsRegion', 'i.aws_region'],
  ['configurationItemCaptureTime', utcText('i.capture_time')],
  ['configurationItemStatus', 'i.status'],
  ['configurationStateId', 'i.state_id::text'],
  ['resourceCreationTime', utcText('i.creation_time')],
  ['resourceId', 'i.resource_id'],
  ['resourceName', 'i.resource_name'],
  ['resourceType', 'i.resource_type'],
  ['version', "b.body->>'configurationItemVersion'"],
]);

/** Parts with a shape of their own, as SQL jsonb. */
const documents: ReadonlyMap<string, string> = new Map([
  ['configuration', withIsoDates(jsonbOf('configuration'))],
  ['supplementaryConfiguration', jsonbOf('supplementaryConfiguration')],
  ['relationships', jsonbOf('relationships')],
  [
    'tags',
    `(SELECT coalesce(jsonb_agg(jsonb_build_object('key', key, 'value', value, 'tag', key || '=' || value)), '[]')
      FROM json_each_text(CASE WHEN json_typeof(b.body->'tags') = 'object' THEN b.body->'tags' END))`,
  ],
]);

export type Property =
  | { kind: 'scalar'; sql: string }
  /** `jsonPath` leads from the document to the value: SQL/JSON path text, lax, so that arrays are walked through. */
  | { kind: 'document'; sql: string; jsonPath: string };

/**
 * A property as SQL.
 *
 * @throws DomainError `InvalidExpression` for a name that no configuration item has.
 */
export function propertyOf(path: Path): Property {
  const [first, ...rest] = path;
  const scalar = scalars.get(first);
  if (scalar && rest.length === 0) return { kind: 'scalar', sql: scalar };
  const document = documents.get(first);
  if (document) {
    return { kind: 'document', sql: document, jsonPath: `$${rest.map((part) => `.${JSON.stringify(part)}`).join('')}` };
  }
  const known = [...scalars.keys(), ...documents.keys()].sort().join(', ');
  const name = path.join('.');
  throw new DomainError(
    'invalid',
    'InvalidExpression',
    `The expression is not valid: there is no property '${name}'. Properties are ${known}.`,
  );
}

function jsonbOf(part: string): string {
  return `(b.body->'${part}')::jsonb`;
}

/** AWS answers when a KMS key was made as ISO text, though its files have a number; of no other type is that known. */
function withIsoDates(configuration: string): string {
  const time = `${configuration}->'creationDate'`;
  const iso = utcText(`to_timestamp((${time})::numeric / 1000)`);
  return `(CASE WHEN i.type_key = 'aws::kms::key' AND jsonb_typeof(${time}) = 'number'
    THEN jsonb_set(${configuration}, '{creationDate}', to_jsonb(${iso})) ELSE ${configuration} END)`;
}

function utcText(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
