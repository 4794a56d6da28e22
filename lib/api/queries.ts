import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { bucketsView, folderView, objectView } from './contract/buckets';
import { type ComparisonRequest, comparedItemView, comparisonView } from './contract/comparison';
import { connectView } from './contract/connect';
import {
  type AttemptsRequest,
  type AttemptsView,
  type AttemptView,
  attemptsView,
  attemptView,
  type ChannelSettings,
  channelTestView,
  type DeliveryAttempt,
  type DeliveryView,
  deliverResponse,
  deliveryView,
  verificationView,
} from './contract/delivery';
import { apiError } from './contract/error';
import { type GraphRequest, graphView } from './contract/graph';
import {
  type ConsoleOperation,
  describeChannels,
  describeRecorders,
  describeRetention,
  operationInput,
  resourceTypesView,
} from './contract/operations';
import { type QueryRequest, queryView, tablesView } from './contract/query';
import { type RecorderView, recorderView } from './contract/recorder';
import {
  type FilterProperty,
  facetsView,
  historyView,
  type ResourcesRequest,
  resourcesView,
  resourceView,
} from './contract/resources';
import { settingsView } from './contract/settings';
import {
  type CountsRequest,
  cancelOpeningView,
  countsView,
  documentView,
  type FilteredItemsRequest,
  itemsView,
  itemView,
  openingView,
  referencesView,
  snapshotListView,
} from './contract/snapshots';

/** An answer of the API that is not a success. `code` is stable; `message` is for people; `status` is HTTP's (0: no answer). */
export class ApiFailure extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ApiFailure';
    this.status = status;
    this.code = code;
  }
}

type Parameters = Record<string, string | number | readonly string[] | undefined>;

/** `/api/x?…` with repeated keys for lists; absent and empty values are left out. */
export function apiAddress(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === '') continue;
    if (typeof value === 'object') for (const one of value) query.append(name, one);
    else query.append(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

async function request<Schema extends z.ZodType>(
  schema: Schema,
  address: string,
  init?: RequestInit,
): Promise<z.infer<Schema>> {
  const response = await answer(address, init);
  return schema.parse(await response.json());
}

/** The response to a request, where it is a success; else an `ApiFailure`. */
async function answer(address: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { ...init, headers: { accept: 'application/json', ...init?.headers } });
  } catch (cause) {
    if (init?.signal?.aborted) throw cause;
    throw new ApiFailure(
      0,
      'NoAnswer',
      'Snapscope does not answer. Is the server running? The page tries again by itself.',
    );
  }
  if (response.ok) return response;
  const failure = apiError.safeParse(await response.json().catch(() => undefined));
  if (failure.success) throw new ApiFailure(response.status, failure.data.error.code, failure.data.error.message);
  throw new ApiFailure(response.status, 'UnexpectedAnswer', `Snapscope answered ${response.status} without a reason.`);
}

function get<Schema extends z.ZodType>(schema: Schema, path: string, parameters?: Parameters) {
  return ({ signal }: { signal: AbortSignal }) => request(schema, apiAddress(path, parameters), { signal });
}

function post<Schema extends z.ZodType>(schema: Schema, path: string, body: unknown): Promise<z.infer<Schema>> {
  return request(schema, path, posted(body));
}

function posted(body: unknown, more?: RequestInit): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), ...more };
}

/** One of AWS Config's own operations, in the dashboard's account and region. */
function perform<Schema extends z.ZodType>(
  operation: ConsoleOperation,
  input: object,
  schema: Schema,
): Promise<z.infer<Schema>> {
  return post(schema, `/api/operations/${operation}`, input);
}

const calm = 10_000;
const eager = 500;
const isRunning = ({ phase }: DeliveryAttempt) => phase !== 'delivered' && phase !== 'failed';

export const queries = {
  recorder: (region?: string) =>
    queryOptions<RecorderView>({
      queryKey: region === undefined ? ['recorder'] : ['recorder', region],
      queryFn: get(recorderView, '/api/recorder', { region }),
      refetchInterval: (query) => (query.state.data?.cycle.runningSince ? 1_000 : calm),
    }),
  delivery: (region?: string) =>
    queryOptions<DeliveryView>({
      queryKey: region === undefined ? ['delivery'] : ['delivery', region],
      queryFn: get(deliveryView, '/api/delivery', { region }),
      refetchInterval: (query) => (query.state.data?.running ? eager : 5_000),
    }),
  attempts: (parameters: AttemptsRequest) =>
    queryOptions<AttemptsView>({
      queryKey: ['attempts', parameters],
      queryFn: get(attemptsView, '/api/delivery/attempts', parameters),
      placeholderData: keepPreviousData,
      refetchInterval: (query) => (query.state.data?.attempts.some(isRunning) ? 1_000 : calm),
    }),
  attempt: (id: string) =>
    queryOptions<AttemptView>({
      queryKey: ['attempt', id],
      queryFn: get(attemptView, `/api/delivery/attempts/${encodeURIComponent(id)}`),
      refetchInterval: (query) => (query.state.data && isRunning(query.state.data.attempt) ? eager : false),
    }),
  buckets: () => queryOptions({ queryKey: ['buckets'], queryFn: get(bucketsView, '/api/buckets') }),
  folder: (parameters: { bucket: string; prefix: string; filter: string; token?: string }) =>
    queryOptions({ queryKey: ['folder', parameters], queryFn: get(folderView, '/api/buckets/objects', parameters) }),
  object: (parameters: { bucket: string; key: string }) =>
    queryOptions({ queryKey: ['object', parameters], queryFn: get(objectView, '/api/buckets/object', parameters) }),
  snapshots: (parameters: { bucket?: string; token?: string }) =>
    queryOptions({ queryKey: ['snapshots', parameters], queryFn: get(snapshotListView, '/api/snapshots', parameters) }),
  document: (parameters: { bucket: string; key: string; partial?: 1 }) =>
    queryOptions({
      queryKey: ['document', parameters],
      queryFn: get(documentView, '/api/snapshots/document', parameters),
      retry: false,
    }),
  /** How far the opening of a document is: to be asked only while it is awaited. */
  opening: (parameters: { bucket: string; key: string }) =>
    queryOptions({
      queryKey: ['opening', parameters],
      queryFn: get(openingView, '/api/snapshots/opening', parameters),
      refetchInterval: eager,
      gcTime: 0,
    }),
  items: (parameters: FilteredItemsRequest) =>
    queryOptions({
      queryKey: ['items', parameters],
      queryFn: get(itemsView, '/api/snapshots/items', parameters),
      placeholderData: keepPreviousData,
    }),
  counts: (parameters: CountsRequest) =>
    queryOptions({
      queryKey: ['counts', parameters],
      queryFn: get(countsView, '/api/snapshots/counts', parameters),
      placeholderData: keepPreviousData,
    }),
  references: (parameters: { bucket: string; key: string; limit: number }) =>
    queryOptions({
      queryKey: ['references', parameters],
      queryFn: get(referencesView, '/api/snapshots/references', parameters),
    }),
  item: (parameters: { bucket: string; key: string; index: number }) =>
    queryOptions({ queryKey: ['item', parameters], queryFn: get(itemView, '/api/snapshots/item', parameters) }),
  /** The text of a whole document's JSON, not parsed: it is for reading. Held only as long as it is shown. */
  json: (parameters: { bucket: string; key: string }) =>
    queryOptions({
      queryKey: ['json', parameters],
      queryFn: async ({ signal }) => (await answer(apiAddress('/api/snapshots/json', parameters), { signal })).text(),
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  /** How far the tables of documents are: to be asked only while a query is awaited. */
  tables: (parameters: { bucket: string; keys: string[] }) =>
    queryOptions({
      queryKey: ['tables', parameters],
      queryFn: get(tablesView, '/api/snapshots/query/tables', parameters),
      refetchInterval: eager,
      gcTime: 0,
    }),
  comparison: (parameters: ComparisonRequest) =>
    queryOptions({
      queryKey: ['comparison', parameters],
      queryFn: get(comparisonView, '/api/snapshots/comparison', parameters),
      placeholderData: keepPreviousData,
    }),
  comparedItem: (parameters: { bucket: string; key: string; otherKey: string; before: number; after: number }) =>
    queryOptions({
      queryKey: ['compared item', parameters],
      queryFn: get(comparedItemView, '/api/snapshots/comparison/item', parameters),
    }),
  graph: (parameters: GraphRequest) =>
    queryOptions({ queryKey: ['graph', parameters], queryFn: get(graphView, '/api/snapshots/graph', parameters) }),
  resources: (parameters: ResourcesRequest) =>
    queryOptions({
      queryKey: ['resources', parameters],
      queryFn: get(resourcesView, '/api/resources', parameters),
      placeholderData: keepPreviousData,
    }),
  resource: (parameters: { resourceType: string; resourceId: string; stateId?: string }) =>
    queryOptions({ queryKey: ['resource', parameters], queryFn: get(resourceView, '/api/resources/item', parameters) }),
  resourceGraph: (parameters: { resourceType: string; resourceId: string; hops: number }) =>
    queryOptions({
      queryKey: ['resource-graph', parameters],
      queryFn: get(graphView, '/api/resources/graph', parameters),
      placeholderData: keepPreviousData,
    }),
  recorderSettings: () =>
    queryOptions({
      queryKey: ['recorder-settings'],
      queryFn: () => perform('DescribeConfigurationRecorders', {}, describeRecorders),
    }),
  channelSettings: () =>
    queryOptions({
      queryKey: ['channel-settings'],
      queryFn: () => perform('DescribeDeliveryChannels', {}, describeChannels),
    }),
  retentionSettings: () =>
    queryOptions({
      queryKey: ['retention-settings'],
      queryFn: () => perform('DescribeRetentionConfigurations', {}, describeRetention),
    }),
  resourceTypes: () =>
    queryOptions({
      queryKey: ['resource-types'],
      queryFn: get(resourceTypesView, '/api/recorder/resource-types'),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  facets: (parameters: { property: FilterProperty; search?: string; deleted?: 'true' | 'false' }) =>
    queryOptions({ queryKey: ['facets', parameters], queryFn: get(facetsView, '/api/resources/facets', parameters) }),
  /** A resource's history, page after page. */
  history: (parameters: { resourceType: string; resourceId: string }) =>
    infiniteQueryOptions({
      queryKey: ['history', parameters],
      queryFn: ({ signal, pageParam }) =>
        request(historyView, apiAddress('/api/resources/history', { ...parameters, cursor: pageParam }), { signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  settings: () => queryOptions({ queryKey: ['settings'], queryFn: get(settingsView, '/api/settings') }),
  connect: () => queryOptions({ queryKey: ['connect'], queryFn: get(connectView, '/api/connect') }),
};

const queryAddress = '/api/snapshots/query';

export const commands = {
  query: (wanted: QueryRequest, signal: AbortSignal) => request(queryView, queryAddress, posted(wanted, { signal })),
  /** The rows of a query as a file. */
  queryFile: async (wanted: QueryRequest & { format: 'csv' | 'json' }, signal: AbortSignal): Promise<Blob> =>
    (await answer(queryAddress, posted(wanted, { signal }))).blob(),
  cancelOpening: (document: { bucket: string; key: string }) =>
    post(cancelOpeningView, '/api/snapshots/opening', { ...document, action: 'cancel' }),
  deliver: (deliveryChannelName: string) => post(deliverResponse, '/api/delivery/snapshots', { deliveryChannelName }),
  verify: (id: string) => post(verificationView, `/api/delivery/attempts/${encodeURIComponent(id)}/verification`, {}),
  testChannel: (channel: ChannelSettings) => post(channelTestView, '/api/delivery/channel/test', channel),
  setUp: () => post(deliveryView, '/api/delivery/setup', {}),
  /** For operations that answer nothing. */
  perform: ({ operation, input }: { operation: ConsoleOperation; input: object }) =>
    perform(operation, input, operationInput),
  discover: () => post(recorderView, '/api/recorder/discoveries', {}),
  retireSource: (name: string) => post(recorderView, '/api/recorder/retired-sources', { name }),
};
