import type { Clock } from '../clock';
import type { ChannelRequest } from '../delivery/channel/channel-errors';
import type { DeliveryChannel } from '../delivery/channel/channel-store';
import type { DeliveryFormatName, FormatStatus } from '../delivery/channel/status-store';
import type { AggregateReader } from '../inventory/aggregate/aggregate-reader';
import type { InventoryReader } from '../inventory/reader';
import type { Recorder, RecorderState } from '../inventory/recorder/recorder-state';
import type { ResourceKey } from '../items/identity';
import type { Scope, ScopeSelection } from '../items/scope';
import type { ObservedResource } from '../recorder/sources/port';
import type { SelectedPage } from '../select/select-store';
import type { WireAccess } from './protocol/signature';
import type { Aggregator } from './stores/aggregator-store';
import type { AggregationAuthorization } from './stores/authorization-store';
import type { StoredQuery } from './stores/stored-query-store';
import type { Tag } from './stores/tag-store';

/**
 * What the operations need of the rest of Snapscope. The composition root hands over the ports that fit; an operation takes only
 * those that it names in its argument.
 */
export interface WirePorts {
  recorder: RecorderPort;
  channel: ChannelPort;
  /** What is kept of the resources of an account and Region, and of its recorder. */
  inventory(scope: Scope): InventoryReader;
  customResources: CustomResourcePort;
  /** What is recorded now in several accounts and Regions, of a selection that the caller may see. */
  aggregate(selection: ScopeSelection): AggregateReader;
  /**
   * Asks the current items in AWS's query language.
   *
   * @throws DomainError `InvalidExpression`.
   */
  select(
    selection: ScopeSelection,
    expression: string,
    page: { offset: number; limit?: number },
  ): Promise<SelectedPage>;
  retention: RetentionPort;
  storedQueries: StoredQueryPort;
  tags: TagsPort;
  aggregators: AggregatorPort;
  authorizations: AuthorizationPort;
  access: WireAccess;
  clock: Clock;
  /** Called with what nobody foresaw; the caller sees only the request id. */
  reportFault(error: unknown, requestId: string): void;
}

/** One operation of AWS Config: the SDK's own types, input checked against the service model before it comes here. */
export type Operation<Input, Output> = (input: Checked<Input>, scope: Scope, caller?: Caller) => Promise<Output>;

/** Who asks; absent for the dashboard's own forms. */
export interface Caller {
  accessKeyId: string;
}

/** An SDK input after the check: what the model requires is there. (The SDK types it as `T | undefined`, but never as optional.) */
export type Checked<T> = T extends Date | string | number | boolean | undefined
  ? T
  : T extends (infer Entry)[]
    ? Checked<Entry>[]
    : {
        [Member in keyof T]: object extends Pick<T, Member>
          ? Checked<T[Member]>
          : Checked<Exclude<T[Member], undefined>>;
      };

/** There is one recorder at most for each account and region. */
export interface RecorderPort {
  find(scope: Scope): Promise<RecorderState | undefined>;
  /** Makes the recorder, or replaces the settings of the one of that name; whether it records stays as it is. */
  put(scope: Scope, recorder: Recorder): Promise<void>;
  start(scope: Scope): Promise<void>;
  stop(scope: Scope): Promise<void>;
  /** What it recorded is kept. */
  delete(scope: Scope): Promise<void>;
}

/** There is one channel at most for each account and region. */
export interface ChannelPort {
  find(scope: Scope): Promise<DeliveryChannel | undefined>;
  /** How deliveries of each format went; empty before the first. */
  status(scope: Scope): Promise<Record<DeliveryFormatName, FormatStatus>>;
  /**
   * Makes the channel or replaces it as a whole, once its bucket has proved to exist and to be writable.
   *
   * @throws DomainError with AWS's own code and words.
   */
  put(scope: Scope, channel: ChannelRequest): Promise<void>;
  /** @throws DomainError with AWS's own code and words. */
  delete(scope: Scope, name: string): Promise<void>;
  /**
   * Starts a delivery and does not wait for its end.
   *
   * @param requestedBy the id of the caller's access key, for the record of deliveries
   * @throws DomainError with AWS's own code and words; `DeliveryInProgress` while one runs.
   */
  deliver(scope: Scope, channelName: string, requestedBy?: string): Promise<{ configSnapshotId: string }>;
}

/** Resources of which a caller tells. */
export interface CustomResourcePort {
  put(scope: Scope, observed: ObservedResource): Promise<void>;
  /** One that is not there, or is gone already, stays as it is. */
  delete(scope: Scope, resource: ResourceKey): Promise<void>;
}

/** For how many days configuration items are kept. */
export interface RetentionPort {
  find(scope: Scope): Promise<number | undefined>;
  put(scope: Scope, days: number): Promise<void>;
  delete(scope: Scope): Promise<void>;
}

/** Queries that somebody saved under a name. */
export interface StoredQueryPort {
  find(scope: Scope, name: string): Promise<StoredQuery | undefined>;
  list(scope: Scope, page: { after?: string; limit: number }): Promise<StoredQuery[]>;
  /** Saves, or replaces all but the id; gives what is kept. */
  save(scope: Scope, query: StoredQuery): Promise<StoredQuery>;
  /** False where there is none. */
  delete(scope: Scope, name: string): Promise<boolean>;
}

/** Tags of AWS Config's own resources, by their ARN. */
export interface TagsPort {
  /** In order of their keys. */
  list(scope: Scope, arn: string, page: { after?: string; limit: number }): Promise<Tag[]>;
  /** @throws DomainError `TooManyTags` where there would be more than 50; then nothing is changed. */
  add(scope: Scope, arn: string, tags: readonly Tag[]): Promise<void>;
  /** Removes those of the keys, or all. */
  remove(scope: Scope, arn: string, keys?: readonly string[]): Promise<void>;
}

/** Aggregators of an account and Region. */
export interface AggregatorPort {
  find(scope: Scope, by: { name?: string; id?: string }): Promise<Aggregator | undefined>;
  /** In order of their names, those of `names` or all. */
  list(scope: Scope, page: { names?: readonly string[]; after?: string; limit: number }): Promise<Aggregator[]>;
  /**
   * Makes one, or replaces all but id and time of creation; gives what is kept.
   *
   * @throws DomainError `LimitExceeded` where there would be more than 50.
   */
  save(scope: Scope, aggregator: Omit<Aggregator, 'createdAt'>): Promise<Aggregator>;
  delete(scope: Scope, name: string): Promise<void>;
  /** The Regions in which anything was recorded of an account. */
  heldRegions(accountId: string): Promise<string[]>;
}

/** Whose aggregators may read an account and Region, and whose ask to. */
export interface AuthorizationPort {
  find(scope: Scope, authorized: Scope): Promise<AggregationAuthorization | undefined>;
  list(scope: Scope, page: { after?: Scope; limit: number }): Promise<AggregationAuthorization[]>;
  /** One that is there stays as it is. */
  add(scope: Scope, authorization: AggregationAuthorization): Promise<void>;
  remove(scope: Scope, authorized: Scope): Promise<void>;
  /** Of these accounts, those that authorized the aggregators of `authorized`, with the Regions. */
  authorizing(authorized: Scope, accountIds: readonly string[]): Promise<Scope[]>;
  /** Whose aggregators name this account and Region without being authorized. */
  pending(scope: Scope, page: { after?: Scope; limit: number }): Promise<Scope[]>;
  /** Deletes a request, until an aggregator of the requester is put again. */
  dismiss(scope: Scope, requester: Scope): Promise<void>;
}
