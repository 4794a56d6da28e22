import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resourceKey } from '../../../items/identity';
import { isListingResult, type ListingResult, type ObservationContext, type ObservedResource } from '../port';
import { testObservation } from '../test-observation';
import { type AwsSourceOptions, createAwsSource } from './source';
import { awsResourceTypes } from './table';

export const accountId = '123456789012';
export const region = 'us-west-2';

/** A source that lists what answers at `endpoint`, without AWS's limits of calls, and gives up sooner than AWS's answers would need. */
export async function sourceAt(endpoint: string, options: Partial<AwsSourceOptions> = {}) {
  const spoolFolder = await mkdtemp(join(tmpdir(), 'snapscope-listing-'));
  const source = createAwsSource({
    name: 'aws',
    accountId,
    region,
    types: awsResourceTypes,
    spoolFolder,
    forcePathStyle: true,
    callRateScale: 1_000,
    clientConfig: { endpoint, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } },
    ...options,
  });
  return {
    source,
    folder: spoolFolder,
    /** Files that a listing has left behind. */
    left: () => readdir(spoolFolder),
    remove: () => rm(spoolFolder, { recursive: true, force: true }),
  };
}

/** All that a source shows, by `resourceKey`, and how its listings ended. */
export async function observe(
  source: { observe(context: ObservationContext): AsyncIterable<ObservedResource | ListingResult> },
  given: Partial<ObservationContext> = {},
) {
  const items = new Map<string, ObservedResource>();
  const ends = new Map<string, ListingResult>();
  for await (const event of source.observe(testObservation(given))) {
    if (isListingResult(event)) ends.set(event.listing, event);
    else items.set(resourceKey(event), event);
  }
  const item = (resourceType: string, resourceId: string) => {
    const found = items.get(resourceKey({ resourceType, resourceId }));
    if (found === undefined) throw new Error(`${resourceType} ${resourceId} was not listed`);
    return found;
  };
  return { items, ends, item };
}

export type Observed = Awaited<ReturnType<typeof observe>>;
