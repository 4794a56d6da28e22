import {
  type Aggregate,
  aggregates,
  type Column,
  isAggregate,
  type Path,
  pathOf,
  type SelectExpression,
} from '../language/expression';
import { predicate } from './predicate';
import { propertyOf } from './property';
import { sqlName } from './quote';

/**
 * A query of AWS Config as DuckDB's SQL over the view `items` of snapshot files. Each column is named as the user wrote it. What lies in
 * arrays comes as a list of its values (AWS answers with the arrays cut to it, which a table has no place for).
 */
export function duckdbStatement(expression: SelectExpression): string {
  const where = expression.where ? ` WHERE ${predicate(expression.where)}` : '';
  const limit = expression.limit === undefined ? '' : ` LIMIT ${expression.limit}`;
  return (aggregates(expression) ? grouped(expression, where) : plain(expression, where)) + limit;
}

function plain({ columns, orderBy }: SelectExpression, where: string): string {
  const selected = columns.map((column) => `${shown(pathOf(column))} AS ${named(column)}`);
  const order = orderBy.flatMap(({ column, descending }) =>
    firstValue(pathOf(column)).map((value) => `${value} ${direction(descending)}`),
  );
  return `SELECT ${selected.join(', ')} FROM items${where}${order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''}`;
}

/** One row for each value of the grouping properties; an item with several values in an array counts in each of their groups. */
function grouped({ columns, groupBy, orderBy }: SelectExpression, where: string): string {
  const column = (each: Column): string => {
    if (isAggregate(each)) return aggregated(each.aggregate, each.path);
    return `g${groupBy.findIndex((path) => path.join('.') === each.name)}`;
  };
  // Each key within a query of its own: several lists unnested at once would be laid side by side.
  const inner = groupBy.reduce(
    (from, path, index) => `(SELECT *, ${keyOf(path, index)} FROM ${from})`,
    `(SELECT * FROM items${where})`,
  );
  const selected = columns.map((each) => `${column(each)} AS ${named(each)}`);
  const groups = groupBy.map((_, index) => `g${index}`);
  const order = [...orderBy.map((each) => `${column(each.column)} ${direction(each.descending)}`), ...groups];
  const ending = groups.length > 0 ? ` GROUP BY ${groups.join(', ')} ORDER BY ${order.join(', ')}` : '';
  const present = groups.length > 0 ? ` WHERE ${groups.map((group) => `${group} IS NOT NULL`).join(' AND ')}` : '';
  return `SELECT ${selected.join(', ')} FROM ${inner}${present}${ending}`;
}

function keyOf(path: Path, index: number): string {
  const property = propertyOf(path);
  return property.kind === 'scalar' ? `${property.sql} AS g${index}` : `unnest(${property.values}) AS g${index}`;
}

function aggregated(aggregate: Aggregate, path: Path | undefined): string {
  if (!path) return 'count(*)';
  const property = propertyOf(path);
  if (property.kind === 'scalar') {
    const value = aggregate === 'SUM' || aggregate === 'AVG' ? `TRY_CAST(${property.sql} AS DOUBLE)` : property.sql;
    return `${aggregate.toLowerCase()}(${value})`;
  }
  if (aggregate === 'COUNT') return `coalesce(sum(len(${property.values})), 0)`;
  const numbers = `list_transform(list_filter(${property.values}, lambda v: json_type(v) IN ('UBIGINT', 'BIGINT', 'DOUBLE')), lambda v: CAST(json_extract_string(v, '$') AS DOUBLE))`;
  switch (aggregate) {
    case 'SUM':
      return `sum(list_sum(${numbers}))`;
    case 'AVG':
      return `sum(list_sum(${numbers})) / nullif(sum(len(${numbers})), 0)`;
    default: {
      const fold = aggregate.toLowerCase();
      const texts = `list_transform(list_filter(${property.values}, lambda v: json_type(v) = 'VARCHAR'), lambda v: json_extract_string(v, '$'))`;
      const number = `${fold}(list_${fold}(${numbers}))`;
      // A double is written with a point, which whole numbers of an item seldom have.
      const whole = `WHEN ${number} = trunc(${number}) AND abs(${number}) < 1e15 THEN to_json(CAST(${number} AS BIGINT))`;
      return `coalesce(CASE ${whole} ELSE to_json(${number}) END, to_json(${fold}(list_${fold}(${texts}))))`;
    }
  }
}

function shown(path: Path): string {
  const property = propertyOf(path);
  return property.kind === 'scalar' ? property.sql : property.json;
}

/** What to sort by: of several values the first; numbers by their size, then texts. */
function firstValue(path: Path): string[] {
  const property = propertyOf(path);
  if (property.kind === 'scalar') return [property.sql];
  const content = `json_extract_string((${property.values})[1], '$')`;
  return [`TRY_CAST(${content} AS DOUBLE)`, content];
}

const named = ({ name }: Column) => sqlName(name);

const direction = (descending: boolean) => (descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST');
