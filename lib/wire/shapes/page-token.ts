import { createHash } from 'node:crypto';
import { WireError } from '../errors';

/** The form of positions that are whole numbers. */
export const wholeNumber = /^\d{1,15}$/;

/** What must be the same for the next page: the operation, account, region and the question. */
export type TokenContext = readonly unknown[];

/**
 * A `nextToken` for the page that begins at `position`. It holds a digest of the question that it belongs to, so that a token of another
 * question, or one that we did not make, is told apart. It is no secret: whoever sees it could as well ask for the page.
 */
export function pageToken(context: TokenContext, position: string): string {
  return `${digest(context, position)}.${Buffer.from(position).toString('base64url')}`;
}

/**
 * The position that a token of ours holds; undefined for no token, which means the first page.
 *
 * @param form what a position of this question looks like.
 * @throws WireError `InvalidNextTokenException`.
 */
export function pagePosition(context: TokenContext, token: string | undefined, form = /^/): string | undefined {
  if (token === undefined) return undefined;
  const [sum, encoded = ''] = token.split('.');
  const position = Buffer.from(encoded, 'base64url').toString();
  if (form.test(position) && token === pageToken(context, position) && sum === digest(context, position))
    return position;
  throw invalidNextToken();
}

/** AWS's sentence for a token that is none of its own. */
export function invalidNextToken(): WireError {
  return new WireError('InvalidNextTokenException', 'The nextToken provided is invalid');
}

/**
 * One page out of entries of which one more than the limit was asked for.
 *
 * @param positionOf the position after an entry.
 */
export function cutPage<Entry>(
  entries: readonly Entry[],
  limit: number,
  context: TokenContext,
  positionOf: (last: Entry) => string,
): { entries: Entry[]; nextToken: string | undefined } {
  const page = entries.slice(0, limit);
  const last = page.at(-1);
  const more = entries.length > limit && last !== undefined;
  return { entries: page, nextToken: more ? pageToken(context, positionOf(last)) : undefined };
}

function digest(context: TokenContext, position: string): string {
  return createHash('sha256')
    .update(JSON.stringify(['page', context, position]))
    .digest('base64url');
}
