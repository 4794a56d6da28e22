import type { DomainError } from '../../errors';
import type { Path } from './expression';
import { invalidExpression, type Token, tokenize } from './lexer';

/** Words that AWS's language has not, or that mean something in it, so that none is a property. */
const reserved = new Set(
  'SELECT WHERE GROUP BY ORDER LIMIT AND OR NOT IN BETWEEN LIKE ASC DESC FROM AS JOIN DISTINCT HAVING ALL UNION IS NULL'.split(
    ' ',
  ),
);

/** Walks over the words of a query. */
export class Reader {
  readonly #text: string;
  readonly #tokens: Token[];
  #position = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenize(text);
  }

  /** The word that stands to be read. */
  get token(): Token {
    return this.#at(this.#position);
  }

  /** The word after it. */
  get next(): Token {
    return this.#at(this.#position + 1);
  }

  takeKeyword(keyword: string): boolean {
    return this.#takeIf(({ kind, text }) => kind === 'word' && text.toUpperCase() === keyword);
  }

  takeSymbol(symbol: string): boolean {
    return this.#takeIf(({ kind, text }) => kind === 'symbol' && text === symbol);
  }

  expectKeyword(keyword: string): void {
    if (!this.takeKeyword(keyword)) throw this.invalid(`${keyword} was expected`);
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.invalid(`'${symbol}' was expected`);
  }

  expectWord(): string {
    if (this.token.kind !== 'word') throw this.invalid('a name was expected');
    return this.take().text;
  }

  /** A property: `resourceId`, `configuration.state.name`. */
  expectPath(): Path {
    const { kind, text } = this.token;
    if (kind !== 'word') throw this.invalid('a property was expected');
    if (reserved.has(text.toUpperCase())) throw this.invalid(`a property was expected, and ${text} is a keyword`);
    const [first = '', ...rest] = this.take().text.split('.');
    return [first, ...rest];
  }

  expectWhole(): number {
    const { kind, text } = this.token;
    if (kind !== 'number' || !/^\d{1,9}$/.test(text)) throw this.invalid('a whole number was expected');
    return Number(this.take().text);
  }

  /** The end of the query: one semicolon may stand there, which many send out of habit and AWS takes. */
  expectEnd(): void {
    this.takeSymbol(';');
    if (this.token.kind === 'end') return;
    const word = this.token.text.toUpperCase();
    if (reserved.has(word)) throw this.invalid(`${word} is not supported here`);
    throw this.invalid('the end was expected');
  }

  /** One or more of what `read` reads, with commas between. */
  list<Entry>(read: () => Entry): Entry[] {
    const entries = [read()];
    while (this.takeSymbol(',')) entries.push(read());
    return entries;
  }

  take(): Token {
    const token = this.token;
    this.#position += 1;
    return token;
  }

  invalid(problem: string, token = this.token): DomainError {
    return invalidExpression(problem, this.#text, token.at);
  }

  #takeIf(fits: (token: Token) => boolean): boolean {
    const taken = fits(this.token);
    if (taken) this.#position += 1;
    return taken;
  }

  #at(position: number): Token {
    return this.#tokens[position] ?? { kind: 'end', text: '', at: this.#text.length };
  }
}
