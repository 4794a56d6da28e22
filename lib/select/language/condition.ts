import { jsonNumber } from '../../json';
import type { Comparison, Condition, Literal, Path } from './expression';
import type { Reader } from './reader';

/** Brackets and NOTs within each other; more is nobody's query and would only cost stack. */
const deepest = 50;
/** AWS wants so many characters before a wildcard. */
const shortestPrefix = 3;

const comparisons: { [symbol: string]: Comparison } = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Reads what follows WHERE: OR binds least, then AND, then NOT. */
export function parseCondition(reader: Reader, depth = 0): Condition {
  const conditions = [parseAnd(reader, depth)];
  while (reader.takeKeyword('OR')) conditions.push(parseAnd(reader, depth));
  return only(conditions) ?? { kind: 'or', conditions };
}

function parseAnd(reader: Reader, depth: number): Condition {
  const conditions = [parseNot(reader, depth)];
  while (reader.takeKeyword('AND')) conditions.push(parseNot(reader, depth));
  return only(conditions) ?? { kind: 'and', conditions };
}

function parseNot(reader: Reader, depth: number): Condition {
  if (depth > deepest) throw reader.invalid(`conditions stand more than ${deepest} deep within each other`);
  if (reader.takeKeyword('NOT')) return { kind: 'not', condition: parseNot(reader, depth + 1) };
  if (!reader.takeSymbol('(')) return parseComparison(reader);
  const condition = parseCondition(reader, depth + 1);
  reader.expectSymbol(')');
  return condition;
}

function parseComparison(reader: Reader): Condition {
  const path = reader.expectPath();
  if (reader.takeKeyword('NOT')) return { kind: 'not', condition: parseKeywordComparison(reader, path) };
  const operator = reader.token.kind === 'symbol' ? comparisons[reader.token.text] : undefined;
  if (!operator) return parseKeywordComparison(reader, path);
  reader.take();
  return { kind: 'compare', path, operator, value: parseLiteral(reader) };
}

function parseKeywordComparison(reader: Reader, path: Path): Condition {
  if (reader.takeKeyword('IN')) {
    reader.expectSymbol('(');
    const values = reader.list(() => parseLiteral(reader));
    reader.expectSymbol(')');
    return { kind: 'in', path, values };
  }
  if (reader.takeKeyword('BETWEEN')) {
    const low = parseLiteral(reader);
    reader.expectKeyword('AND');
    return { kind: 'between', path, low, high: parseLiteral(reader) };
  }
  if (reader.takeKeyword('LIKE')) return parseLike(reader, path);
  throw reader.invalid('a comparison (=, !=, <, >, IN, BETWEEN, LIKE) was expected');
}

/** AWS takes wildcards at the end of the value alone, after three characters or more. */
function parseLike(reader: Reader, path: Path): Condition {
  const token = reader.token;
  if (token.kind !== 'string') throw reader.invalid('a string was expected after LIKE');
  const [, prefix = '', wildcards = ''] = /^(.*?)(%|_*)$/s.exec(reader.take().text) ?? [];
  // An underscore in the middle is taken for itself: names are full of them.
  if (prefix.includes('%')) throw reader.invalid('a wildcard may stand at the end of the value only', token);
  if (wildcards && prefix.length < shortestPrefix) {
    throw reader.invalid(`${shortestPrefix} characters or more must stand before a wildcard`, token);
  }
  return { kind: 'like', path, prefix, rest: wildcards === '%' ? 'anything' : wildcards.length };
}

function parseLiteral(reader: Reader): Literal {
  const { kind, text } = reader.token;
  const word = text.toLowerCase();
  if (kind === 'string') return reader.take().text;
  if (kind === 'number') return jsonNumber(reader.take().text);
  if (kind === 'word' && (word === 'true' || word === 'false')) return reader.take().text.toLowerCase() === 'true';
  if (kind === 'word' && word === 'null') throw reader.invalid('NULL is not supported');
  throw reader.invalid("a value was expected: a string in '…', a number, true or false");
}

function only(conditions: Condition[]): Condition | undefined {
  return conditions.length === 1 ? conditions[0] : undefined;
}
