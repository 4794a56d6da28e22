import { z } from 'zod';
import { bucketsView, folderRequest, folderView, objectRequest, objectView } from '../contract/buckets';
import {
  comparedItemRequest,
  comparedItemView,
  comparisonExportRequest,
  comparisonRequest,
  comparisonView,
} from '../contract/comparison';
import { connectView } from '../contract/connect';
import {
  attemptsRequest,
  attemptsView,
  attemptView,
  channelTestRequest,
  channelTestView,
  deliverRequest,
  deliverResponse,
  deliveryRegionsView,
  deliveryView,
  emptyRequest,
  verificationView,
} from '../contract/delivery';
import {
  cancelOpeningRequest,
  cancelOpeningView,
  documentRequest,
  documentView,
  notesView,
  openingView,
} from '../contract/documents';
import { graphRequest, graphView } from '../contract/graph';
import { healthView, readyView } from '../contract/health';
import { impactRequest, impactView, pathRequest, pathView } from '../contract/impact';
import { mapEdgesRequest, mapEdgesView, mapFindRequest, mapFindView, mapRequest, mapView } from '../contract/map';
import { momentsRequest, momentsView } from '../contract/moment';
import { operationInput, resourceTypesView } from '../contract/operations';
import { queryRequest, queryView, tablesRequest, tablesView } from '../contract/query';
import { discoverRequest, recorderView, retireSourceRequest } from '../contract/recorder';
import { regionRequest } from '../contract/region';
import {
  facetsRequest,
  facetsView,
  historyRequest,
  historyView,
  resourceGraphRequest,
  resourceRequest,
  resourcesRequest,
  resourcesView,
  resourceView,
} from '../contract/resources';
import { changeViewRequest, savedViewsView, saveViewRequest } from '../contract/saved-views';
import { settingsView } from '../contract/settings';
import {
  countsRequest,
  countsView,
  filteredItemsRequest,
  itemRequest,
  itemsView,
  itemView,
  jsonRequest,
  referencesRequest,
  referencesView,
  snapshotListRequest,
  snapshotListView,
} from '../contract/snapshots';

/** One method of one path, with the schemas of the contract that its route goes by. */
export interface ApiRoute {
  method: 'get' | 'post' | 'put' | 'delete';
  /** With `{name}` for a part that varies, where the folder is called `[name]`. */
  path: string;
  /** What it does, as a sentence. */
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** JSON, by its schema; or the content types of a file that is streamed. */
  answer: z.ZodType | readonly string[];
  /** 200 where absent. */
  status?: 202;
}

/** Every route under app/api. A test holds it against the folder: a new route needs its line here. */
export const apiRoutes: readonly ApiRoute[] = [
  get(
    '/api/health',
    'Whether the server is there and has started; 503 before and while stopping. Asks nobody.',
    healthView,
  ),
  get('/api/ready', 'Whether database, store and jobs work, since when one does not, and why; 503 then.', readyView),
  get('/api/settings', 'The settings as they stand; secrets are not shown.', settingsView),
  get('/api/connect', 'What is needed to point an AWS client at this server.', connectView),

  get('/api/recorder', 'The recorder, its sources, and how recording goes.', recorderView, regionRequest),
  get(
    '/api/recorder/iam-policy',
    'What the role that lists AWS accounts must be allowed.',
    z.record(z.string(), z.unknown()),
  ),
  get('/api/recorder/resource-types', 'The resource types that a recorder can be told to record.', resourceTypesView),
  {
    ...post(
      '/api/recorder/discoveries',
      'Discovers the resources of all sources now.',
      discoverRequest,
      recorderView,
      regionRequest,
    ),
    status: 202,
  },
  post(
    '/api/recorder/retired-sources',
    'Retires the resources of a source that was removed from the settings.',
    retireSourceRequest,
    recorderView,
    regionRequest,
  ),

  get('/api/delivery', 'The delivery channel, its status, and the delivery that runs.', deliveryView, regionRequest),
  get('/api/delivery/regions', 'How deliveries go in each Region that is recorded here.', deliveryRegionsView),
  post(
    '/api/delivery/setup',
    'Sets up the first recorder, channel and bucket, where that failed before.',
    emptyRequest,
    deliveryView,
    regionRequest,
  ),
  {
    ...post(
      '/api/delivery/snapshots',
      'Delivers a configuration snapshot.',
      deliverRequest,
      deliverResponse,
      regionRequest,
    ),
    status: 202,
  },
  get(
    '/api/delivery/attempts',
    'The record of deliveries in all Regions, or one, the latest first, a page at a time.',
    attemptsView,
    attemptsRequest,
  ),
  get('/api/delivery/attempts/{id}', 'One delivery with its steps.', attemptView),
  post(
    '/api/delivery/attempts/{id}/verification',
    'Reads a delivered object again and compares it.',
    emptyRequest,
    verificationView,
  ),
  post(
    '/api/delivery/channel/test',
    'Tries a channel’s bucket step by step, without changing the channel.',
    channelTestRequest,
    channelTestView,
  ),
  post(
    '/api/operations/{operation}',
    'An operation of AWS Config, as AWS clients call it.',
    operationInput,
    z.record(z.string(), z.unknown()),
    regionRequest,
  ),

  get('/api/resources', 'Recorded resources, searched, sorted and paged.', resourcesView, resourcesRequest),
  get('/api/resources/item', 'One recorded resource with its current item.', resourceView, resourceRequest),
  get('/api/resources/facets', 'How many recorded resources have each value of a property.', facetsView, facetsRequest),
  get(
    '/api/resources/history',
    'Items of a recorded resource, the newest first, with what changed.',
    historyView,
    historyRequest,
  ),
  get('/api/resources/graph', 'What is near a recorded resource.', graphView, resourceGraphRequest),

  get('/api/buckets', 'The buckets of the object store.', bucketsView),
  get('/api/buckets/objects', 'A page of one folder of a bucket.', folderView, folderRequest),
  get('/api/buckets/object', 'What is known of one object.', objectView, objectRequest),
  get(
    '/api/buckets/download',
    'A stored object, byte for byte.',
    ['application/gzip', 'application/octet-stream'],
    objectRequest,
  ),

  get('/api/snapshots', 'The snapshots in a bucket, the newest first.', snapshotListView, snapshotListRequest),
  get('/api/snapshots/document', 'What a snapshot or history file is and holds.', documentView, documentRequest),
  get(
    '/api/snapshots/opening',
    'How far the opening of a document is. Asking does not open it.',
    openingView,
    objectRequest,
  ),
  post('/api/snapshots/opening', 'Ends the opening of a document.', cancelOpeningRequest, cancelOpeningView),
  get(
    '/api/snapshots/counts',
    'How many items of a document have each value of a property.',
    countsView,
    countsRequest,
  ),
  get(
    '/api/snapshots/items',
    'Items of a document, searched, filtered, sorted and paged.',
    itemsView,
    filteredItemsRequest,
  ),
  get(
    '/api/snapshots/moments',
    'When the items of a document were captured: the moments that a graph can be asked for.',
    momentsView,
    momentsRequest,
  ),
  get(
    '/api/snapshots/references',
    'The best connected items of a document, and resources that it names and does not hold.',
    referencesView,
    referencesRequest,
  ),
  get(
    '/api/snapshots/notes',
    'What in a document is not as the rest and was read all the same: odd fields, values that are no items, messages without one.',
    notesView,
    objectRequest,
  ),
  get('/api/snapshots/item', 'One item, exactly as stored, and what it is related to.', itemView, itemRequest),
  get('/api/snapshots/json', 'The JSON of a document or of one item.', ['application/json'], jsonRequest),
  get('/api/snapshots/graph', 'Items of a document and what relates them.', graphView, graphRequest),
  get(
    '/api/snapshots/map',
    'The boxes in which the resources of a document lie, and those to be seen.',
    mapView,
    mapRequest,
  ),
  get(
    '/api/snapshots/map/edges',
    'What resources are related to, and where on the map that is.',
    mapEdgesView,
    mapEdgesRequest,
  ),
  get(
    '/api/snapshots/map/find',
    'Resources by id, name, tag, ARN or IP address, and where on the map they are.',
    mapFindView,
    mapFindRequest,
  ),
  get(
    '/api/snapshots/impact',
    'What depends on a resource of a document, or what it depends on, and why.',
    impactView,
    impactRequest,
  ),
  get('/api/snapshots/path', 'The shortest paths between two resources of a document.', pathView, pathRequest),
  get(
    '/api/snapshots/comparison',
    'Resources that were added, removed or changed between two snapshots.',
    comparisonView,
    comparisonRequest,
  ),
  get(
    '/api/snapshots/comparison/item',
    'What differs between two items of a resource.',
    comparedItemView,
    comparedItemRequest,
  ),
  get('/api/snapshots/comparison/export', 'The same resources as a file.', ['text/csv'], comparisonExportRequest),
  get(
    '/api/snapshots/query/tables',
    'How far the tables are that queries of documents wait for.',
    tablesView,
    tablesRequest,
  ),
  post('/api/snapshots/query', 'SQL over one or several snapshots, read only.', queryRequest, queryView),

  get('/api/views', 'The saved views of maps.', savedViewsView),
  post('/api/views', 'Saves a view under a new name.', saveViewRequest, savedViewsView),
  {
    ...{ method: 'put', path: '/api/views/{id}', summary: 'Renames a saved view, or replaces its rules.' },
    ...{ body: changeViewRequest, answer: savedViewsView },
  },
  { method: 'delete', path: '/api/views/{id}', summary: 'Deletes a saved view.', answer: savedViewsView },
];

function get(path: string, summary: string, answer: ApiRoute['answer'], query?: z.ZodObject): ApiRoute {
  return { method: 'get', path, summary, answer, query };
}

function post(
  path: string,
  summary: string,
  body: z.ZodType,
  answer: ApiRoute['answer'],
  query?: z.ZodObject,
): ApiRoute {
  return { method: 'post', path, summary, body, answer, query };
}
