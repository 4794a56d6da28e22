import type { Clock } from '../clock';
import type { Database } from '../database/database';
import type { DeliveryService } from '../delivery/delivery';
import { AggregateReader } from '../inventory/aggregate/aggregate-reader';
import { listHeldRegions } from '../inventory/aggregate/held-regions';
import { InventoryReader } from '../inventory/reader';
import { deleteRetention, findRetention, saveRetention } from '../inventory/retention/retention-store';
import type { Scope } from '../items/scope';
import { deleteCustomResource, putCustomResource } from '../recorder/capture/custom-resource';
import type { RecorderService } from '../recorder/recorder';
import { selectItems } from '../select/select-store';
import type { AggregatorPort, AuthorizationPort, ChannelPort, RecorderPort, WirePorts } from './operation';
import type { WireAccess } from './protocol/signature';
import { deleteAggregator, findAggregator, listAggregators, saveAggregator } from './stores/aggregator-store';
import {
  addAuthorization,
  findAuthorization,
  listAuthorizations,
  listAuthorizing,
  removeAuthorization,
} from './stores/authorization-store';
import { dismissPendingRequest, listPendingRequests } from './stores/pending-request-store';
import { deleteStoredQuery, findStoredQuery, listStoredQueries, saveStoredQuery } from './stores/stored-query-store';
import { addTags, listTags, removeTags } from './stores/tag-store';

export interface WireParts {
  database: Database;
  clock: Clock;
  access: WireAccess;
  /** Recorder and delivery of any account and region, set up or not. */
  engineOf(scope: Scope): { recorder: RecorderService; delivery: DeliveryService };
  reportFault(error: unknown, requestId: string): void;
}

/** What the operations need, out of the engines and stores that the dashboard uses too. */
export function createWirePorts(parts: WireParts): WirePorts {
  const { database, clock, access, reportFault } = parts;
  return {
    access,
    clock,
    reportFault,
    recorder: recorderPort(parts),
    channel: channelPort(parts),
    inventory: (scope) => new InventoryReader(database, scope),
    customResources: {
      put: (scope, observed) => putCustomResource(database, scope, observed, clock()),
      delete: (scope, resource) => deleteCustomResource(database, scope, resource, clock()),
    },
    aggregate: (selection) => new AggregateReader(database, selection),
    select: (selection, expression, page) => selectItems(database, selection, expression, page),
    retention: {
      find: (scope) => findRetention(database, scope),
      put: (scope, days) => saveRetention(database, scope, days),
      delete: (scope) => deleteRetention(database, scope),
    },
    storedQueries: {
      find: (scope, name) => findStoredQuery(database, scope, name),
      list: (scope, page) => listStoredQueries(database, scope, page),
      save: (scope, query) => saveStoredQuery(database, scope, query),
      delete: (scope, name) => deleteStoredQuery(database, scope, name),
    },
    tags: {
      list: (scope, arn, page) => listTags(database, scope, arn, page),
      add: (scope, arn, tags) => addTags(database, scope, arn, tags),
      remove: (scope, arn, keys) => removeTags(database, scope, arn, keys),
    },
    aggregators: aggregatorPort(database),
    authorizations: authorizationPort(database),
  };
}

function aggregatorPort(database: Database): AggregatorPort {
  return {
    find: (scope, by) => findAggregator(database, scope, by),
    list: (scope, page) => listAggregators(database, scope, page),
    save: (scope, aggregator) => saveAggregator(database, scope, aggregator),
    delete: (scope, name) => deleteAggregator(database, scope, name),
    heldRegions: (accountId) => listHeldRegions(database, accountId),
  };
}

function authorizationPort(database: Database): AuthorizationPort {
  return {
    find: (scope, authorized) => findAuthorization(database, scope, authorized),
    list: (scope, page) => listAuthorizations(database, scope, page),
    add: (scope, authorization) => addAuthorization(database, scope, authorization),
    remove: (scope, authorized) => removeAuthorization(database, scope, authorized),
    authorizing: (authorized, accountIds) => listAuthorizing(database, authorized, accountIds),
    pending: (scope, page) => listPendingRequests(database, scope, page),
    dismiss: (scope, requester) => dismissPendingRequest(database, scope, requester),
  };
}

function recorderPort({ engineOf, reportFault }: WireParts): RecorderPort {
  return {
    find: (scope) => engineOf(scope).recorder.find(),
    put: (scope, recorder) => engineOf(scope).recorder.put(recorder),
    async start(scope) {
      const recorder = engineOf(scope).recorder;
      await recorder.start();
      // AWS answers at once and records afterwards.
      recorder.discover().catch((error: unknown) => reportFault(error, 'the recording that it started'));
    },
    stop: (scope) => engineOf(scope).recorder.stop(),
    delete: (scope) => engineOf(scope).recorder.delete(),
  };
}

function channelPort({ engineOf }: WireParts): ChannelPort {
  return {
    find: (scope) => engineOf(scope).delivery.findChannel(),
    async status(scope) {
      const delivery = engineOf(scope).delivery;
      const channel = await delivery.findChannel();
      if (!channel) return { stream: {}, history: {}, snapshot: {} };
      const formats = await delivery.formatStatus(channel.name);
      // Real answers name the next delivery of snapshots only.
      formats.history = { ...formats.history, nextDeliveryTime: undefined };
      // Without a topic nothing can be streamed: real answers say so.
      return channel.snsTopicARN ? formats : { ...formats, stream: { lastStatus: 'NOT_APPLICABLE' } };
    },
    put: (scope, channel) => engineOf(scope).delivery.putChannel(channel),
    delete: (scope, name) => engineOf(scope).delivery.deleteChannel(name),
    deliver: (scope, channelName, requestedBy) => engineOf(scope).delivery.deliver(channelName, 'api', requestedBy),
  };
}
