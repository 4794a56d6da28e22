import { DomainError } from '../../errors';
import type { Path } from '../language/expression';
import { sqlString } from './quote';

/**
 * Where the properties of a query of AWS Config lie in the view `items` over snapshot files, whose columns are named as the fields of
 * the file. The names of the properties are the API's, as in `lib/select/postgres/property.ts`.
 */
const scalars: ReadonlyMap<string, string> = new Map([
  ['accountId', '"awsAccountId"'],
  ['arn', '"ARN"'],
  ['availabilityZone', '"availabilityZone"'],
  ['awsRegion', '"awsRegion"'],
  ['configurationItemCaptureTime', '"configurationItemCaptureTime"'],
  ['configurationItemStatus', '"configurationItemStatus"'],
  ['configurationStateId', '"configurationStateId"'],
  ['resourceCreationTime', '"resourceCreationTime"'],
  ['resourceId', '"resourceId"'],
  ['resourceName', '"resourceName"'],
  ['resourceType', '"resourceType"'],
  ['version', '"configurationItemVersion"'],
]);

const documents: ReadonlySet<string> = new Set([
  'configuration',
  'supplementaryConfiguration',
  'relationships',
  'tags',
]);

/** AWS asks for tags by these; any other name is that of a tag itself, which AWS's language has no word for. */
const tagParts: ReadonlyMap<string, string> = new Map([
  ['key', 'to_json(entry.key)'],
  ['value', 'to_json(entry.value)'],
  ['tag', "to_json(entry.key || '=' || entry.value)"],
]);

export type Property =
  | { kind: 'scalar'; sql: string }
  /**
   * `values`: a list of JSON values, all to which the path leads, through arrays too. `value`: the one value, as text, where no array
   * lies on the way; `isPlain` is true where that is so, and `isText` where it is a string then.
   */
  | { kind: 'document'; values: string; value: string; json: string; isPlain: string; isText: string };

/**
 * A property as DuckDB's SQL.
 *
 * @throws DomainError `InvalidExpression` for a name that no configuration item has.
 */
export function propertyOf(path: Path): Property {
  const [first, ...rest] = path;
  const scalar = scalars.get(first);
  if (scalar && rest.length === 0) return { kind: 'scalar', sql: scalar };
  const tagPart = first === 'tags' && rest.length === 1 ? tagParts.get(rest[0] ?? '') : undefined;
  if (tagPart) return ofTags(tagPart);
  if (documents.has(first)) return inDocument(`"${first}"`, rest);
  const known = [...scalars.keys(), ...documents].sort().join(', ');
  throw new DomainError(
    'invalid',
    'InvalidExpression',
    `The expression is not valid: there is no property '${path.join('.')}'. Properties are ${known}.`,
  );
}

/** Tags are an object in the file. */
function ofTags(part: string): Property {
  const entries = `list_transform(map_entries(CAST(tags AS MAP(VARCHAR, VARCHAR))), lambda entry: ${part})`;
  return {
    kind: 'document',
    values: entries,
    value: 'NULL',
    json: `to_json(${entries})`,
    isPlain: 'false',
    isText: 'false',
  };
}

/**
 * `json_extract_string` and never `->>`: the arrow binds less than AND and `=`, so that `a = 'x' AND j ->> '$.y' = 'z'` is read as
 * something else.
 */
function inDocument(column: string, parts: readonly string[]): Property {
  const pathTo = (length: number) =>
    sqlString(
      `$${parts
        .slice(0, length)
        .map((part) => `."${part}"`)
        .join('')}`,
    );
  const whole = pathTo(parts.length);
  // An array anywhere on the way, the value itself included.
  const arrays = Array.from({ length: parts.length + 1 }, (_, n) => `json_type(${column}, ${pathTo(n)}) = 'ARRAY'`);
  const anyArray = `coalesce(${arrays.join(' OR ')}, false)`;
  const json = `json_extract(${column}, ${whole})`;
  const walked = parts.reduce(
    (values, part) =>
      `flatten(list_transform(${values}, lambda x: ${unwrapped(`json_extract(x, ${sqlString(`$."${part}"`)})`)}))`,
    unwrapped(column),
  );
  const plain = `[${json}]`;
  const present = `list_filter(CASE WHEN ${anyArray} THEN ${walked} ELSE ${plain} END, lambda x: x IS NOT NULL AND json_type(x) <> 'NULL')`;
  return {
    kind: 'document',
    values: present,
    value: `json_extract_string(${column}, ${whole})`,
    json: `CASE WHEN ${anyArray} THEN to_json(${present}) ELSE ${json} END`,
    isPlain: `NOT ${anyArray}`,
    isText: `json_type(${column}, ${whole}) = 'VARCHAR'`,
  };
}

/** An array as the list of its entries, anything else as a list of itself. */
function unwrapped(value: string): string {
  return `CASE WHEN json_type(${value}) = 'ARRAY' THEN CAST(json_extract(${value}, '$[*]') AS JSON[]) ELSE [${value}] END`;
}
