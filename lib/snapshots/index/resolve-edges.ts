import { ambiguous, notFound, type ReferenceLookup, resolveReference } from '../../items/resolve-reference';
import { none } from './columns';
import { lookUpUnshared, lookupColumns, type TypeKeys } from './item-lookup';
import type { ItemResolver, ResolverColumns } from './item-resolver';
import { mayBeArn, noArn } from './scopes';
import type { TimeSlicer } from './time-slicer';

/** What an edge names: the text of its id, or of its name where it has no id; `none` where it has neither. */
export function namedBy(
  { edgeId, edgeName }: Pick<ResolverColumns, 'edgeId' | 'edgeName'>,
  edge: number,
  emptyText: number,
): { text: number; isName: boolean } {
  const id = edgeId[edge] ?? none;
  if (id !== none && id !== emptyText) return { text: id, isName: false };
  const name = edgeName[edge] ?? none;
  return { text: name === emptyText ? none : name, isName: true };
}

/**
 * The item that each edge leads to by the rules of `resolveReference`, -1 where it leads to none. In slices.
 *
 * In most documents a type and id are in one account and Region only: then an edge is one look. Else nearly all edges end in the account
 * and Region of their item, or in `global`: those are looked up by numbers alone. What is left over is then looked for among all items, and
 * only ARNs are read.
 */
export async function resolveEdges(
  index: ResolverColumns,
  keys: TypeKeys,
  resolver: ItemResolver,
  slicer: TimeSlicer,
): Promise<Int32Array> {
  const { scopes } = resolver;
  const emptyText = index.strings.find('');
  const edgeTo = new Int32Array(index.edgeType.length).fill(-1);
  /** Edges and their items, by turns: those that are not in reach, and those for which all rules are needed. */
  const [far, hard]: [number[], number[]] = [[], []];
  if (resolver.isUnshared) await resolveUnshared(index, keys, { edgeTo, hard, emptyText }, slicer);
  else await resolveNearby(index, keys, resolver, { edgeTo, far, hard, emptyText }, slicer);
  const farther = far.length + hard.length > 0 ? await resolver.farther(slicer) : undefined;
  await slicer.forRows(far.length / 2, (from, end) => {
    for (let row = from; row < end; row++) {
      const [edge = 0, item = 0] = [far[2 * row], far[2 * row + 1]];
      const { text, isName } = namedBy(index, edge, emptyText);
      const key = keys.of(index.edgeType[edge] ?? none);
      const to = resolver.beyond(farther, index.scope[item] ?? none, key, text, isName);
      if (to >= 0) edgeTo[edge] = to;
      else if (to === ambiguous) hard.push(edge, item);
    }
    return undefined;
  });
  const lookups = new Map<number, ReferenceLookup<number> | undefined>();
  for (let at = 0; at < hard.length; at += 2) {
    if (slicer.shouldYield()) await slicer.yieldNow();
    const [edge = 0, item = 0] = [hard[at], hard[at + 1]];
    const { text, isName } = namedBy(index, edge, emptyText);
    const type = index.edgeType[edge] ?? none;
    const resourceType = index.strings.get(type);
    if (!lookups.has(type)) lookups.set(type, resolver.lookup(resourceType, farther));
    const lookup = lookups.get(type);
    const arn = mayBeArn(index.strings, text) ? { of: index.strings.get(text), isText: true } : undefined;
    const reference = { resourceType, text, isName, arn };
    if (lookup) edgeTo[edge] = Math.max(-1, resolveReference(lookup, reference, scopes.at(index.scope[item] ?? none)));
  }
  return edgeTo;
}

interface Resolving {
  edgeTo: Int32Array;
  far: number[];
  hard: number[];
  emptyText: number;
}

/** Where a type and id, or name, are in one account and Region only: what is found anywhere is then what is meant. */
async function resolveUnshared(
  index: ResolverColumns,
  keys: TypeKeys,
  { edgeTo, hard, emptyText }: Omit<Resolving, 'far'>,
  slicer: TimeSlicer,
): Promise<void> {
  // Of an object of many columns each look would cost as much as the one into the table.
  const { edgeStart, edgeId, edgeName, edgeType, byId, byName, strings } = index;
  const { ids, names } = lookupColumns(index);
  let item = 0;
  await slicer.forRows(edgeTo.length, (from, end) => {
    for (let edge = from; edge < end; edge++) {
      const id = edgeId[edge] ?? none;
      const key = keys.of(edgeType[edge] ?? none);
      let to = notFound;
      let isHard = false;
      if (id !== none && id !== emptyText) {
        to = lookUpUnshared(byId, ids, key, id);
        isHard = to < 0 && mayBeArn(strings, id);
      } else {
        const name = edgeName[edge] ?? none;
        if (name === none || name === emptyText) continue;
        const named = lookUpUnshared(byName, names, key, name);
        to = lookUpUnshared(byId, ids, key, name);
        isHard = named !== notFound && (to >= 0 || named === ambiguous);
        if (named >= 0) to = named;
        else if (to < 0 && mayBeArn(strings, name)) isHard = true;
      }
      edgeTo[edge] = to < 0 ? -1 : to;
      if (!isHard) continue;
      while ((edgeStart[item + 1] ?? 0) <= edge) item += 1;
      hard.push(edge, item);
    }
    return undefined;
  });
}

/** Nearly all edges end in the account and Region of their item, or in `global`. */
async function resolveNearby(
  index: ResolverColumns,
  keys: TypeKeys,
  resolver: ItemResolver,
  { edgeTo, far, hard, emptyText }: Resolving,
  slicer: TimeSlicer,
): Promise<void> {
  const { scopes } = resolver;
  const arnScopes = await scopes.ofArns(slicer);
  // Of an object of many columns each look would cost as much as the one into the table.
  const { scope: scopeOf, edgeStart, edgeId, edgeName, edgeType, strings } = index;
  let [item, scope, global, hasFarther] = [0, -1, -1, false];
  await slicer.forRows(edgeTo.length, (from, end) => {
    for (let edge = from; edge < end; edge++) {
      while ((edgeStart[item + 1] ?? 0) <= edge) item += 1;
      if (scopeOf[item] !== scope) {
        scope = scopeOf[item] ?? none;
        global = scopes.globalOf(scope);
        hasFarther = resolver.hasFarther(scope);
      }
      const id = edgeId[edge] ?? none;
      const isName = id === none || id === emptyText;
      const text = isName ? (edgeName[edge] ?? none) : id;
      if (text === none || text === emptyText) continue;
      const key = keys.of(edgeType[edge] ?? none);
      const arnScope = arnScopes[text] ?? noArn;
      let to = notFound;
      if (arnScope !== noArn) to = nearest(resolver, arnScope, key, text, isName);
      else {
        to = nearest(resolver, scope, key, text, isName);
        if (to === notFound && global !== scope) to = nearest(resolver, global, key, text, isName);
      }
      if (to >= 0) edgeTo[edge] = to;
      else if (to === ambiguous || arnScope !== noArn || mayBeArn(strings, text)) hard.push(edge, item);
      else if (hasFarther) far.push(edge, item);
    }
    return undefined;
  });
}

/** The item of an account and Region that is named, as an id or, where it is a name, by that first. */
function nearest(resolver: ItemResolver, scope: number, key: number, text: number, isName: boolean): number {
  const named = isName ? resolver.byName(scope, key, text) : notFound;
  if (named >= 0) return named;
  const found = resolver.byId(scope, key, text);
  return found === notFound ? named : found;
}
