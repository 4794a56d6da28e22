import { DomainError } from '../../errors';

/** One word of a query and where it begins (characters from 0). `text` of a string is its content. */
export interface Token {
  kind: 'word' | 'string' | 'number' | 'symbol' | 'end';
  text: string;
  at: number;
}

const tokenPattern =
  /\s+|(?<string>'(?:[^']|'')*')|(?<number>-?\d+(?:\.\d+)?(?![\w.]))|(?<word>[A-Za-z_][\w:-]*(?:\.[A-Za-z_0-9][\w:-]*)*)|(?<symbol><=|>=|!=|<>|[=<>(),*;])/y;

/**
 * Splits a query into words.
 *
 * @throws DomainError `InvalidExpression` at a character that begins no word.
 */
export function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < expression.length) {
    const at = tokenPattern.lastIndex;
    const groups = tokenPattern.exec(expression)?.groups;
    if (!groups) {
      throw invalidExpression(
        expression[at] === "'" ? 'a string that does not end' : 'an unexpected character',
        expression,
        at,
      );
    }
    if (groups.string) tokens.push({ kind: 'string', text: groups.string.slice(1, -1).replaceAll("''", "'"), at });
    else if (groups.number) tokens.push({ kind: 'number', text: groups.number, at });
    else if (groups.word) tokens.push({ kind: 'word', text: groups.word, at });
    else if (groups.symbol) tokens.push({ kind: 'symbol', text: groups.symbol, at });
  }
  tokens.push({ kind: 'end', text: '', at: expression.length });
  return tokens;
}

/** A query that is outside the language: what is wrong and where, with the text that stands there. */
export function invalidExpression(problem: string, expression: string, at: number): DomainError {
  const before = expression.slice(0, at).split('\n');
  const place = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
  const rest = expression.slice(at, at + 24);
  const near = rest ? ` near '${rest}${expression.length > at + 24 ? '…' : ''}'` : ' at the end';
  return new DomainError('invalid', 'InvalidExpression', `The expression is not valid: ${problem} (${place},${near}).`);
}
