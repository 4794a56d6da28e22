import type { DerivedEdge } from '../../items/derived-edges';
import { type ReferenceLookup, resolveReference } from '../../items/resolve-reference';
import { none } from '../index/columns';
import type { ItemResolver } from '../index/item-resolver';
import type { SnapshotIndex } from '../index/snapshot-index';
import { TimeSlicer } from '../index/time-slicer';

/** The item that a reference of an item leads to; -1 where it is not in the document, or may be several. */
export type ReferenceFinder = (reference: DerivedEdge, from: number) => number;

/** Makes what finds items by references: once made, it is quick. */
export async function makeReferenceFinder(index: SnapshotIndex, resolver: ItemResolver): Promise<ReferenceFinder> {
  const farther = await resolver.farther(new TimeSlicer());
  const lookups = new Map<string, ReferenceLookup<number> | undefined>();
  return ({ resourceType, resourceId, resourceName, arn }, from) => {
    if (!lookups.has(resourceType)) lookups.set(resourceType, resolver.lookup(resourceType, farther));
    const lookup = lookups.get(resourceType);
    const known = resourceId || resourceName || '';
    const text = index.strings.find(known);
    const itsArn = arn ?? (known.startsWith('arn:') ? known : undefined);
    if (!lookup || (text < 0 && itsArn !== known)) return -1;
    const reference = {
      resourceType,
      text,
      isName: !resourceId,
      arn: itsArn === undefined ? undefined : { of: itsArn, isText: itsArn === known },
    };
    return Math.max(-1, resolveReference(lookup, reference, resolver.scopes.at(index.scope[from] ?? none)));
  };
}
