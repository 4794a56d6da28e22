import type { JsonNumber } from '../../json';

/**
 * A query of AWS Config's language, taken apart. The language is the documented subset of SQL SELECT (AWS Config Developer Guide, "Query
 * Components"): no FROM, since there is one thing to ask: the current configuration items.
 */
export interface SelectExpression {
  columns: Column[];
  where?: Condition;
  groupBy: Path[];
  orderBy: { column: Column; descending: boolean }[];
  /** The greatest number of results over all pages. */
  limit?: number;
}

/** What is selected or ordered by: a property, or a function over a group's items. `name` is the text as the user wrote it. */
export type Column = { name: string; path: Path } | { name: string; aggregate: Aggregate; path?: Path };

export type Aggregate = 'COUNT' | 'MIN' | 'MAX' | 'SUM' | 'AVG';

/** `configuration.state.name` as its parts. */
export type Path = readonly [string, ...string[]];

export type Literal = string | number | JsonNumber | boolean;

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** One side of what a value must keep to. */
export type Bound = readonly [Exclude<Comparison, '!='>, Literal];

export type Condition =
  | { kind: 'compare'; path: Path; operator: Comparison; value: Literal }
  /** The value starts with `prefix`, followed by anything (`%`) or by so many characters (`_`). */
  | { kind: 'like'; path: Path; prefix: string; rest: 'anything' | number }
  | { kind: 'in'; path: Path; values: Literal[] }
  | { kind: 'between'; path: Path; low: Literal; high: Literal }
  | { kind: 'not'; condition: Condition }
  | { kind: 'and' | 'or'; conditions: Condition[] };

/** Whether the query folds items into groups. */
export function aggregates({ columns, groupBy }: SelectExpression): boolean {
  return groupBy.length > 0 || columns.some((column) => 'aggregate' in column);
}

export function isAggregate(column: Column): column is Extract<Column, { aggregate: Aggregate }> {
  return 'aggregate' in column;
}

/**
 * The property that a column of a query without groups stands for.
 *
 * @throws Error where it is a function over a group: the parser lets no such column into such a query.
 */
export function pathOf(column: Column): Path {
  if (isAggregate(column)) throw new Error(`${column.name} cannot stand in a query without groups`);
  return column.path;
}
