import { resourceKey } from '../../../../items/identity';
import type { ListingResult, NoteListener, ObservationContext, ObservedResource } from '../../port';
import type { AwsAccess } from '../calls/access';
import { listingFailure } from '../calls/failure';
import type { Edges, NamedEnd } from '../edges/edges';
import type { AwsResourceType } from '../resource-type';
import type { Spool, SpooledListing } from './spool';

/** One type as far as it could be listed. */
export interface Listing {
  type: AwsResourceType;
  resources: SpooledListing;
  count: number;
  /** Why it was cut short, or could not be listed at all. */
  error?: ListingResult['error'];
}

interface ListingContext {
  access: AwsAccess;
  spool: Spool;
  edges: Edges;
  context: ObservationContext;
}

/** How many resources go by between two words of progress. */
const progressStep = 100;

/**
 * Lists types, `width` at a time: their resources go into the spool, their edges into `edges`. A type that cannot be listed leaves
 * the others whole.
 * @throws when the signal breaks it off
 */
export async function listTypes(
  types: readonly AwsResourceType[],
  width: number,
  context: ListingContext,
): Promise<Listing[]> {
  const listings: Listing[] = [];
  const waiting = types.entries();
  const worker = async () => {
    for (const [at, type] of waiting) listings[at] = await listType(type, context);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return listings;
}

async function listType(type: AwsResourceType, { access, spool, edges, context }: ListingContext): Promise<Listing> {
  const { resourceType } = type;
  const tell = (count: number) => {
    if (context.wanted(resourceType)) context.progress({ listing: resourceType, state: 'listing', count });
  };
  const listing: Listing = { type, resources: spool.open(), count: 0 };
  const seen = new Map<string, string | undefined>();
  tell(0);
  try {
    for await (const listed of untilAborted(type.list(access), context.signal)) {
      if (listed === undefined) {
        context.note(`AWS told of a resource of type ${resourceType} without an id; it is passed over.`);
        continue;
      }
      if (isRepeated(listed.resource, seen, context.note)) continue;
      for (const other of listed.edges) edges.add(endOf(listed.resource, other), other);
      await listing.resources.write(listed.resource);
      listing.count += 1;
      if (listing.count % progressStep === 0) tell(listing.count);
    }
  } catch (error) {
    context.signal.throwIfAborted();
    listing.error = listingFailure(error, type.permissions);
  }
  await listing.resources.end();
  return listing;
}

/** The near end of an edge. Its name is kept where the other end's is: where none is written, a large account need not hold them all. */
function endOf({ resourceType, resourceId, resourceName }: ObservedResource, other: NamedEnd): NamedEnd {
  const isNamed = other.resourceName !== undefined && resourceName !== undefined;
  return { resourceType, resourceId, ...(isNamed ? { resourceName } : {}) };
}

/** What changes while it is listed page by page may come twice; two resources with one id are an emulator's doing. */
function isRepeated(resource: ObservedResource, seen: Map<string, string | undefined>, note: NoteListener): boolean {
  const { resourceType, resourceId, ARN } = resource;
  const key = resourceKey(resource);
  if (!seen.has(key)) {
    seen.set(key, ARN);
    return false;
  }
  const first = seen.get(key);
  if (first !== ARN) note(`${resourceType} ${resourceId} is the id of ${first} already; ${ARN} is passed over.`);
  return true;
}

/** The same values; throws the signal's reason as soon as it is aborted, even in the middle of a call that nothing else ends. */
async function* untilAborted<Value>(values: AsyncIterable<Value>, signal: AbortSignal): AsyncGenerator<Value> {
  signal.throwIfAborted();
  let abort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
  });
  aborted.catch(() => undefined);
  signal.addEventListener('abort', abort);
  try {
    const iterator = values[Symbol.asyncIterator]();
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
