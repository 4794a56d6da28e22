import { readArn } from './read-arn';
import { normalizeType } from './resource-type';
import { globalRegion, type Scope } from './scope';

/** What a lookup gives where there is no item, and where there are several: then none of them is taken. */
export const [notFound, ambiguous] = [-1, -2];

type By = 'id' | 'name';

/** Items of one type, found by their id or name. Each call gives the number of the one item, `notFound` or `ambiguous`. */
export interface ReferenceLookup<Text> {
  inScope(scope: Scope, by: By, text: Text): number;
  inAccount(accountId: string, by: By, text: Text): number;
  anywhere(by: By, text: Text): number;
  /** Whether there are items of an account, of whatever type. */
  hasAccount(accountId: string): boolean;
  /** A string in the form of texts; undefined where no item can have it. */
  textOf(string: string): Text | undefined;
}

/** What is told of the resource at the other end of a relationship. */
export interface Reference<Text> {
  resourceType: string;
  /** Its id, or its name where no id is told. */
  text: Text;
  /** `text` is a name. It may still be the id of a resource. */
  isName: boolean;
  /** Its ARN, where one is told: either `text` is the ARN, or `text` was read out of it. */
  arn?: { of: string; isText: boolean };
}

/**
 * The item that a relationship leads to. It is looked for in the account and Region of its ARN; in those of the context; in the context's
 * account and `global`; as the one match in that account; as the one match anywhere. A name leads to the one item of that name, else to
 * that of that id. Where several match, none of them is taken, and nothing farther away is looked at.
 *
 * What was read out of an ARN is in the ARN's account or nowhere, where items of that account are there at all. An ARN that is nobody's
 * id is at last looked up by what it ends in.
 *
 * @returns the number of the item, `notFound` or `ambiguous`
 */
export function resolveReference<Text>(
  lookup: ReferenceLookup<Text>,
  reference: Reference<Text>,
  context: Scope,
): number {
  const found = resolveInOrder(lookup, reference, context);
  // What could not be told apart by name may still be the very resource that it would be taken for.
  const { resourceType, text, arn } = reference;
  return found === ambiguous ? lookup.inScope(assumedScope(resourceType, context, arn?.of), 'id', text) : found;
}

/**
 * The account and Region of a resource that is referred to and not among the items: those of its ARN, else those of who refers to it, or
 * `global` for a type that is in no Region.
 */
export function assumedScope(resourceType: string, context: Scope, arn?: string): Scope {
  const named = arn === undefined ? undefined : readArn(arn);
  const type = normalizeType(resourceType);
  const isGlobal = type.startsWith('aws::iam::') || type === 'aws::route53::hostedzone';
  return {
    accountId: named?.accountId || context.accountId,
    region: named?.region || (isGlobal ? globalRegion : context.region),
  };
}

function resolveInOrder<Text>(
  lookup: ReferenceLookup<Text>,
  { text, isName, arn: given }: Reference<Text>,
  context: Scope,
): number {
  const order: readonly By[] = isName ? ['name', 'id'] : ['id'];
  const arn = given && readArn(given.of);
  if (arn?.accountId) {
    const found = inArn(lookup, arn, order, text);
    if (found !== notFound || (!given?.isText && lookup.hasAccount(arn.accountId))) return found;
  }
  const found = nearby(lookup, context, order, text);
  if (found !== notFound || !arn || !given?.isText) return found;
  for (const part of arn.endings) {
    const ending = lookup.textOf(part);
    if (ending === undefined) continue;
    const there = arn.accountId
      ? inArn(lookup, arn, ['id', 'name'], ending)
      : nearby(lookup, context, ['id', 'name'], ending);
    if (there !== notFound) return there;
  }
  return notFound;
}

function inArn<Text>(lookup: ReferenceLookup<Text>, arn: Scope, order: readonly By[], text: Text): number {
  const { accountId, region } = arn;
  if (region !== '') return best(order, (by) => lookup.inScope(arn, by, text));
  const found = best(order, (by) => lookup.inScope({ accountId, region: globalRegion }, by, text));
  return found === notFound ? best(order, (by) => lookup.inAccount(accountId, by, text)) : found;
}

function nearby<Text>(lookup: ReferenceLookup<Text>, context: Scope, order: readonly By[], text: Text): number {
  const { accountId } = context;
  let found = best(order, (by) => lookup.inScope(context, by, text));
  if (found === notFound) found = best(order, (by) => lookup.inScope({ accountId, region: globalRegion }, by, text));
  if (found === notFound) found = best(order, (by) => lookup.inAccount(accountId, by, text));
  return found === notFound ? best(order, (by) => lookup.anywhere(by, text)) : found;
}

function best(order: readonly By[], find: (by: By) => number): number {
  let result = notFound;
  for (const by of order) {
    const found = find(by);
    if (found >= 0) return found;
    if (found === ambiguous) result = ambiguous;
  }
  return result;
}
