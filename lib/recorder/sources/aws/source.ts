import { join } from 'node:path';
import type { ListingResult, ObservationContext, ObservedResource, ResourceSource } from '../port';
import { type AwsAccess, arnsOf, type ClientConfig, openClients } from './calls/access';
import { CallRates } from './calls/call-rate';
import { type AssumedRole, findPartition, roleCredentials } from './calls/caller';
import { Edges } from './edges/edges';
import { drawsAt, withRelationships } from './edges/reverse-edges';
import { type Listing, listTypes } from './listing/listing';
import { openSpool } from './listing/spool';
import type { AwsResourceType } from './resource-type';

export interface AwsSourceOptions {
  name: string;
  accountId: string;
  region: string;
  /** What is listed: a table of types. */
  types: readonly AwsResourceType[];
  /** Where listed resources wait for their edges: files that go when the cycle ends. */
  spoolFolder: string;
  role?: AssumedRole;
  /** For S3 servers that have no host name for each bucket. */
  forcePathStyle?: boolean;
  /** Calls per second, as a multiple of what is meant for AWS. */
  callRateScale?: number;
  /** Milliseconds; the connection's and that of a whole call. */
  timeouts?: { connect: number; request: number };
  /** What the clients are made with beyond that. */
  clientConfig?: Partial<ClientConfig>;
}

/** Types that are listed side by side. */
const width = 4;

/**
 * The resources of an AWS account in one region, through the SDK's clients, with the credentials, endpoints and proxies that the
 * SDK finds in its own environment.
 *
 * In two phases: first every type is listed and its resources are put aside, while the edges between them are collected; then the
 * resources are shown with all their relationships, also those that only the other end tells of.
 */
export function createAwsSource(options: AwsSourceOptions): ResourceSource {
  const rates = new CallRates(options.callRateScale);
  const config = clientConfig(options);
  return {
    name: options.name,
    description: `AWS account ${options.accountId}, ${options.region}`,
    async *observe(context) {
      const clients = openClients(config, rates, context.signal);
      // Regions are listed side by side, each by a source of the same name.
      const spool = await openSpool(join(options.spoolFolder, encodeURIComponent(`${options.region} ${options.name}`)));
      try {
        const access = await openAccess(options, clients.client, context);
        const edges = new Edges();
        const listings = await listTypes(typesNeeded(options.types, context), width, { access, spool, edges, context });
        yield* show(listings, edges, context);
      } finally {
        clients.close();
        await spool.remove();
      }
    },
  };
}

function clientConfig({ region, role, forcePathStyle, timeouts, clientConfig: more }: AwsSourceOptions): ClientConfig {
  const { connect, request } = timeouts ?? { connect: 5_000, request: 60_000 };
  const config: ClientConfig = {
    region,
    ...(forcePathStyle === undefined ? {} : { forcePathStyle }),
    requestHandler: { connectionTimeout: connect, requestTimeout: request, throwOnRequestTimeout: true },
    ...more,
  };
  return role === undefined ? config : { ...config, credentials: roleCredentials(role, config) };
}

async function openAccess(
  { accountId, region }: AwsSourceOptions,
  client: AwsAccess['client'],
  { signal, note }: ObservationContext,
): Promise<AwsAccess> {
  const partition = await findPartition(accountId, client).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error;
  });
  return { accountId, region, partition, client, arn: arnsOf({ accountId, region, partition }), signal, note };
}

/** The types to be recorded, and those that draw edges at them. */
function typesNeeded(types: readonly AwsResourceType[], context: ObservationContext): AwsResourceType[] {
  const wanted = types.filter(({ resourceType }) => context.wanted(resourceType));
  for (const { resourceType: listing } of wanted) context.progress({ listing, state: 'waiting', count: 0 });
  return types.filter((type) => wanted.includes(type) || wanted.some((other) => drawsAt(type, other)));
}

async function* show(
  listings: readonly Listing[],
  edges: Edges,
  context: ObservationContext,
): AsyncGenerator<ObservedResource | ListingResult> {
  const unlisted = listings.filter(({ error }) => error !== undefined).map(({ type }) => type);
  for (const { type, resources, count, error } of listings) {
    const { resourceType: listing } = type;
    if (!context.wanted(listing)) {
      if (error)
        context.note(`${listing} is not recorded, but its edges are, and it could not be listed: ${error.message}`);
      continue;
    }
    yield* withRelationships(type, resources.read(), edges, unlisted, context);
    context.progress({ listing, state: error ? 'failed' : 'done', count });
    yield { listing, resourceTypes: [listing], ...(error && { error }) };
  }
}
