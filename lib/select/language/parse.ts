import { parseCondition } from './condition';
import { type Aggregate, aggregates, type Column, isAggregate, type Path, type SelectExpression } from './expression';
import { Reader } from './reader';

/**
 * Reads a query of AWS Config: `SELECT property [, …] [WHERE condition] [GROUP BY property, …] [ORDER BY property [ASC|DESC], …]
 * [LIMIT n][;]`, with the limits that AWS documents ("Limitations" of its advanced queries).
 *
 * @throws DomainError `InvalidExpression`, saying what is wrong and where.
 */
export function parseSelect(text: string): SelectExpression {
  const reader = new Reader(text);
  reader.expectKeyword('SELECT');
  const columns = reader.takeSymbol('*') ? everyScalar() : reader.list(() => parseColumn(reader));
  const where = reader.takeKeyword('WHERE') ? parseCondition(reader) : undefined;
  const groupBy = reader.takeKeyword('GROUP') ? parseGroupBy(reader) : [];
  const orderBy = reader.takeKeyword('ORDER') ? parseOrderBy(reader) : [];
  const limit = reader.takeKeyword('LIMIT') ? reader.expectWhole() : undefined;
  reader.expectEnd();
  const expression = { columns, where, groupBy, orderBy, limit };
  refuseMixtures(reader, expression);
  return expression;
}

/** What `SELECT *` stands for: the scalar properties that every item has (AWS Config Developer Guide). */
function everyScalar(): Column[] {
  const names = [
    'accountId',
    'awsRegion',
    'arn',
    'availabilityZone',
    'configurationItemCaptureTime',
    'resourceCreationTime',
    'resourceId',
    'resourceName',
    'resourceType',
    'version',
  ];
  return names.map((name) => ({ name, path: [name] }));
}

const aggregateNames: readonly string[] = ['COUNT', 'MIN', 'MAX', 'SUM', 'AVG'];

function parseColumn(reader: Reader): Column {
  const start = reader.token;
  const called = start.text.toUpperCase();
  const isCall = start.kind === 'word' && aggregateNames.includes(called) && reader.next.text === '(';
  if (!isCall) return { name: start.text, path: reader.expectPath() };
  reader.expectWord();
  reader.expectSymbol('(');
  const aggregate = called as Aggregate;
  const path = aggregate === 'COUNT' && reader.takeSymbol('*') ? undefined : reader.expectPath();
  reader.expectSymbol(')');
  return { name: `${called}(${path ? path.join('.') : '*'})`, aggregate, path };
}

function parseGroupBy(reader: Reader): Path[] {
  reader.expectKeyword('BY');
  const start = reader.token;
  const paths = reader.list(() => reader.expectPath());
  if (paths.length > 3) throw reader.invalid('GROUP BY takes at most three properties', start);
  return paths;
}

function parseOrderBy(reader: Reader): SelectExpression['orderBy'] {
  reader.expectKeyword('BY');
  return reader.list(() => {
    const column = parseColumn(reader);
    const descending = reader.takeKeyword('DESC');
    if (!descending) reader.takeKeyword('ASC');
    return { column, descending };
  });
}

/** A group has one value of what it is grouped by and of functions, and of nothing else. */
function refuseMixtures(reader: Reader, expression: SelectExpression): void {
  const { columns, groupBy, orderBy } = expression;
  if (!aggregates(expression)) {
    const call = orderBy.find(({ column }) => isAggregate(column));
    if (call) throw reader.invalid(`ORDER BY ${call.column.name} needs a GROUP BY`);
    return;
  }
  for (const column of [...columns, ...orderBy.map((order) => order.column)]) {
    if (!isAggregate(column) && !groupBy.some((path) => path.join('.') === column.name)) {
      throw reader.invalid(`'${column.name}' is neither in GROUP BY nor in a function such as COUNT`);
    }
  }
  if (groupBy.length > 1 && orderBy.some(({ column }) => isAggregate(column))) {
    throw reader.invalid('ORDER BY with a function goes with one property in GROUP BY');
  }
}
