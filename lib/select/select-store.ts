import type { Queryable } from '../database/database';
import type { ScopeSelection } from '../items/scope';
import { parseJson } from '../json';
import { aggregates } from './language/expression';
import { parseSelect } from './language/parse';
import { selectStatement } from './postgres/statement';
import { resultText } from './result';

/** Where a page starts and how long it is; a length of none or 0 means AWS's own: 25 items, or 500 groups. */
export interface SelectPage {
  offset: number;
  limit?: number;
}

export interface SelectedPage {
  /** Each a JSON text. */
  results: string[];
  /** The selected columns as the user wrote them. */
  fields: string[];
  /** Where the next page starts; absent on the last one. */
  nextOffset?: number;
}

/**
 * Answers a query of AWS Config over the current configuration items of accounts and Regions.
 *
 * @throws DomainError `InvalidExpression` for a query outside the language.
 */
export async function selectItems(
  database: Queryable,
  selection: ScopeSelection,
  text: string,
  page: SelectPage,
): Promise<SelectedPage> {
  const expression = parseSelect(text);
  const length = page.limit || (aggregates(expression) ? 500 : 25);
  const wanted = Math.min(length, (expression.limit ?? Number.POSITIVE_INFINITY) - page.offset);
  const fields = expression.columns.map(({ name }) => name);
  if (wanted <= 0) return { results: [], fields };
  // One more than wanted tells whether there is another page.
  const statement = selectStatement(expression, selection, { offset: page.offset, limit: wanted + 1 });
  const { rows } = await database.query<{ [column: string]: string | null }>(statement.text, statement.values);
  const results = rows.slice(0, wanted).map((row) => {
    // Parsed here, since the driver would lose digits of large numbers.
    const values = fields.map((_, index) => parseJson(row[`c${index}`] ?? 'null'));
    return resultText(expression.columns, values, aggregates(expression));
  });
  const nextOffset = page.offset + wanted;
  const more = rows.length > wanted && nextOffset < (expression.limit ?? Number.POSITIVE_INFINITY);
  return more ? { results, fields, nextOffset } : { results, fields };
}
