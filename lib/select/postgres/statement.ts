import type { ScopeSelection } from '../../items/scope';
import {
  type Aggregate,
  aggregates,
  type Column,
  isAggregate,
  type Path,
  pathOf,
  type SelectExpression,
} from '../language/expression';
import { Parameters, predicate } from './predicate';
import { propertyOf, withBody } from './property';
import { selectedItems } from './selection';

/** SQL and its values. Each row has one column of jsonb as text, `c0`, `c1`, … for each column of the query, in its order. */
export interface Statement {
  text: string;
  values: unknown[];
}

/**
 * The statement for one page of a query's results, in an order that stays the same from page to page.
 *
 * @param selection which items are asked: those of these accounts, Regions and types that are there now.
 */
export function selectStatement(
  expression: SelectExpression,
  selection: ScopeSelection,
  page: { offset: number; limit: number },
): Statement {
  const parameters = new Parameters();
  const items = selectedItems(selection, parameters);
  const conditions = [
    ...items.conditions,
    "i.status NOT IN ('ResourceDeleted', 'ResourceDeletedNotRecorded', 'ResourceNotRecorded')",
  ];
  if (expression.where) conditions.push(predicate(expression.where, parameters));
  const body = aggregates(expression)
    ? grouped(expression, withBody(items.from), conditions, parameters)
    : plain(expression, withBody(items.from), conditions, parameters);
  const text = `${body} LIMIT ${parameters.add(page.limit)} OFFSET ${parameters.add(page.offset)}`;
  return { text, values: parameters.values };
}

function plain(
  { columns, orderBy }: SelectExpression,
  items: string,
  conditions: string[],
  parameters: Parameters,
): string {
  const selected = columns.map((column, index) => `(${whole(pathOf(column))})::text AS c${index}`);
  const order = orderBy.map(
    ({ column, descending }) => `${first(pathOf(column), parameters)} ${direction(descending)}`,
  );
  return `SELECT ${selected.join(', ')} FROM ${items} WHERE ${conditions.join(' AND ')}
    ORDER BY ${[...order, 'i.type_key', 'i.resource_id', 'i.account_id', 'i.region'].join(', ')}`;
}

/** One row for each value of the grouping properties; an item with several values in an array counts in each of their groups. */
function grouped(
  { columns, groupBy, orderBy }: SelectExpression,
  items: string,
  conditions: string[],
  parameters: Parameters,
): string {
  const keys = groupBy.map((path, index) => `LATERAL (${every(path, parameters)}) AS g${index}(value)`);
  const column = (each: Column): string => {
    if (isAggregate(each)) return aggregated(each.aggregate, each.path, parameters);
    return `g${groupBy.findIndex((path) => path.join('.') === each.name)}.value`;
  };
  const selected = columns.map((each, index) => `(${column(each)})::text AS c${index}`);
  const order = orderBy.map((each) => `${column(each.column)} ${direction(each.descending)}`);
  const groups = groupBy.map((_, index) => `g${index}.value`);
  const from = [items, ...keys].join(', ');
  return `SELECT ${selected.join(', ')} FROM ${from} WHERE ${conditions.join(' AND ')}
    ${groups.length > 0 ? `GROUP BY ${groups.join(', ')}` : ''}
    ${groups.length > 0 ? `ORDER BY ${[...order, ...groups].join(', ')}` : ''}`;
}

function aggregated(aggregate: Aggregate, path: Path | undefined, parameters: Parameters): string {
  if (!path) return 'to_jsonb(count(*))';
  const fold = (call: string, filter = '') =>
    `(SELECT ${call} FROM (${every(path, parameters)}) AS each(value) ${filter})`;
  const numbers = "WHERE jsonb_typeof(value) = 'number'";
  const number = "(CASE WHEN jsonb_typeof(value) = 'number' THEN value::numeric END)";
  switch (aggregate) {
    case 'COUNT':
      return `to_jsonb(coalesce(sum(${fold('count(*)')}), 0))`;
    case 'SUM':
      return `to_jsonb(sum(${fold(`sum(${number})`, numbers)}))`;
    case 'AVG':
      return `to_jsonb(sum(${fold(`sum(${number})`, numbers)}) / nullif(sum(${fold('count(*)', numbers)}), 0))`;
    default: {
      const texts = "WHERE jsonb_typeof(value) = 'string'";
      const least = fold(`${aggregate}(${number})`, numbers);
      const text = fold(`${aggregate}(value #>> '{}' COLLATE "C")`, texts);
      return `coalesce(to_jsonb(${aggregate}(${least})), to_jsonb(${aggregate}(${text})))`;
    }
  }
}

/** The value as it is shown: a scalar, or the whole part of the item, out of which the result is then cut. */
function whole(path: Path): string {
  const property = propertyOf(path);
  return property.kind === 'scalar' ? `to_jsonb(${property.sql})` : property.sql;
}

/** The value to sort by; of several, the first. */
function first(path: Path, parameters: Parameters): string {
  const property = propertyOf(path);
  if (property.kind === 'scalar') return `${property.sql} COLLATE "C"`;
  return `jsonb_path_query_first(${property.sql}, ${parameters.add(property.jsonPath)}::jsonpath)`;
}

/** All values of a property as rows of one jsonb column. */
function every(path: Path, parameters: Parameters): string {
  const property = propertyOf(path);
  if (property.kind === 'scalar') return `SELECT to_jsonb(${property.sql}) WHERE ${property.sql} IS NOT NULL`;
  return `SELECT jsonb_path_query(${property.sql}, ${parameters.add(`${property.jsonPath}[*]`)}::jsonpath)`;
}

const direction = (descending: boolean) => (descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST');
