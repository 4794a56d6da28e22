import { sanitizeJsonSql } from '../../database/sanitize-json-sql';
import { normalizeType } from '../../items/resource-type';

export type FilterProperty =
  | 'resourceType'
  | 'resourceId'
  | 'resourceName'
  | 'availabilityZone'
  | 'awsRegion'
  | 'status'
  | 'tag'
  | `tag:${string}`;

export interface FilterToken {
  /** None: type, id, name, zone and tags. */
  propertyKey?: FilterProperty;
  operator: '=' | '!=' | ':' | '!:' | '^' | '!^';
  value: string;
}

/** Tokens of a property filter, all of which must hold, or one. */
export interface ResourceFilter {
  tokens: readonly FilterToken[];
  operation: 'and' | 'or';
}

/** Each tag of an item as a row of `key` and `value`. */
export const tagRows = `json_each_text(coalesce((${sanitizeJsonSql('body')})->'tags', '{}'::json)) AS tag`;

/** The tag `Name` of an item that has no name of its own; null where it has none. Only texts that hold such a key are taken apart. */
export const nameTag = `(CASE WHEN coalesce(resource_name, '') = '' AND strpos(body::text, '"Name"') > 0
  THEN (SELECT nullif(value, '') FROM ${tagRows} WHERE key = 'Name' LIMIT 1) END)`;

export const filterColumns = {
  resourceId: 'resource_id',
  resourceName: `coalesce(nullif(resource_name, ''), ${nameTag}, '')`,
  availabilityZone: "coalesce(availability_zone, '')",
  awsRegion: 'aws_region',
  status: 'status',
} as const;

/**
 * A filter as SQL over `configuration_items`; what a resource does not have is empty.
 *
 * @param values of the statement so far; those of the filter are added.
 */
export function filterCondition(filter: ResourceFilter | undefined, values: unknown[]): string {
  if (!filter || filter.tokens.length === 0) return 'true';
  return `(${filter.tokens.map((token) => tokenCondition(token, values)).join(filter.operation === 'and' ? ' AND ' : ' OR ')})`;
}

function tokenCondition({ propertyKey, operator, value }: FilterToken, values: unknown[]): string {
  const negated = operator.startsWith('!');
  const holds = (expression: string, wanted = value) =>
    comparison(expression, operator.replace('!', ''), wanted, values);
  const condition = propertyCondition(propertyKey, value, holds, values);
  const mention = operator.endsWith('=') && isTag(propertyKey) ? mentioned(propertyKey, value) : '';
  if (mention === '') return negated ? `NOT (${condition})` : condition;
  values.push(mention);
  const quick = `strpos(body::text, $${values.length}) > 0 AND ${condition}`;
  return negated ? `NOT (${quick})` : `(${quick})`;
}

/**
 * A text that stands in the JSON of every item whose tag is the value, so that the others need not be taken apart: that takes most of
 * the time. Empty where there is none that is sure to be written as it is.
 */
function mentioned(property: 'tag' | `tag:${string}`, value: string): string {
  // `key=value` may be parted at any of its equals signs.
  const parts = property === 'tag' ? value.split('=') : [value];
  const longest = parts.reduce((one, other) => (other.length > one.length ? other : one));
  return /^[ !#-[\]-~]+$/.test(longest) ? longest : '';
}

function isTag(property: FilterProperty | undefined): property is 'tag' | `tag:${string}` {
  return property === 'tag' || (property?.startsWith('tag:') ?? false);
}

type Holds = (expression: string, wanted?: string) => string;

function propertyCondition(
  property: FilterProperty | undefined,
  value: string,
  holds: Holds,
  values: unknown[],
): string {
  if (property === undefined) {
    const all = ['resource_type', 'resource_id', filterColumns.resourceName, filterColumns.availabilityZone];
    return `(${[...all.map((expression) => holds(expression)), tagCondition(holds)].join(' OR ')})`;
  }
  if (property === 'resourceType') return holds('type_key', normalizeType(value));
  if (property === 'tag') return tagCondition(holds);
  if (!property.startsWith('tag:')) return holds(filterColumns[property as keyof typeof filterColumns]);
  return holds(tagValue(property.slice('tag:'.length), values));
}

function tagCondition(holds: Holds): string {
  return `EXISTS (SELECT 1 FROM ${tagRows} WHERE ${holds("key || '=' || value")})`;
}

/** SQL for the value of one tag; empty where a resource does not have it. */
export function tagValue(key: string, values: unknown[]): string {
  values.push(key);
  return `coalesce((SELECT value FROM ${tagRows} WHERE key = $${values.length} LIMIT 1), '')`;
}

function comparison(expression: string, operator: string, value: string, values: unknown[]): string {
  if (operator === '=') {
    values.push(value);
    return `${expression} = $${values.length}`;
  }
  values.push(operator === '^' ? `${likeText(value)}%` : `%${likeText(value)}%`);
  return `${expression} ILIKE $${values.length}`;
}

/** A text as it stands within a pattern of LIKE. */
export function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
