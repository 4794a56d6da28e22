import type { RecordingGroup, RecordingMode } from '@aws-sdk/client-config-service';
import type { Clock } from '../clock';
import type { Scope, WireAccess } from './signature';

/**
 * What the operations need of the rest of Snapscope. The composition root hands over the services that fit; an operation takes only
 * those that it names in its argument.
 */
export interface WireServices {
  recorder: RecorderPort;
  channel: ChannelPort;
  tags: TagsPort;
  access: WireAccess;
  clock: Clock;
  /** Called with what nobody foresaw; the caller sees only the request id. */
  reportFault(error: unknown, requestId: string): void;
}

/** One operation of AWS Config: the SDK's own types, input checked against the service model before it comes here. */
export type Operation<Input, Output> = (input: Checked<Input>, scope: Scope) => Promise<Output>;

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

/** The recorder of an account and region: its settings and how it fares. */
export interface RecorderState {
  /** Part of its ARN; another one once it is deleted and made again. */
  id: string;
  name: string;
  roleArn?: string;
  recordingGroup: RecordingGroup;
  recordingMode: RecordingMode;
  recording: boolean;
  lastStatus: 'PENDING' | 'SUCCESS' | 'FAILURE';
  lastStartTime?: Date;
  lastStopTime?: Date;
  lastStatusChangeTime?: Date;
  lastErrorCode?: string;
  lastErrorMessage?: string;
}

/** There is one recorder at most for each account and region. */
export interface RecorderPort {
  find(scope: Scope): Promise<RecorderState | undefined>;
  /** Makes the recorder, or replaces the settings of the one of that name; whether it records stays as it is. */
  put(scope: Scope, settings: RecorderSettings): Promise<void>;
  start(scope: Scope): Promise<void>;
  stop(scope: Scope): Promise<void>;
  /** What it recorded is kept. */
  delete(scope: Scope): Promise<void>;
}

export type RecorderSettings = Pick<RecorderState, 'name' | 'roleArn' | 'recordingGroup' | 'recordingMode'>;

/** Where snapshots of an account and region go. */
export interface Channel {
  name: string;
  s3BucketName: string;
  s3KeyPrefix?: string;
  s3KmsKeyArn?: string;
  snsTopicARN?: string;
  deliveryFrequency?: string;
}

/** How deliveries of one format went; empty before the first. */
export interface FormatStatus {
  lastStatus?: 'SUCCESS' | 'FAILURE' | 'NOT_APPLICABLE';
  lastAttemptTime?: Date;
  lastSuccessfulTime?: Date;
  lastStatusChangeTime?: Date;
  nextDeliveryTime?: Date;
  lastErrorCode?: string;
  lastErrorMessage?: string;
}

/** There is one channel at most for each account and region. */
export interface ChannelPort {
  find(scope: Scope): Promise<Channel | undefined>;
  status(scope: Scope): Promise<{ stream: FormatStatus; history: FormatStatus; snapshot: FormatStatus }>;
  /**
   * Replaces the channel as a whole once its bucket has proved to exist and to be writable.
   *
   * @throws DomainError `NoSuchBucket`, `InvalidBucketName`, or another code of the object store that says why writing failed.
   */
  put(scope: Scope, channel: Channel): Promise<void>;
  delete(scope: Scope): Promise<void>;
  /**
   * Starts a delivery and does not wait for its end.
   *
   * @throws DomainError `DeliveryInProgress` while one runs.
   */
  deliver(scope: Scope, channelName: string): Promise<{ configSnapshotId: string }>;
}

/** Tags of AWS Config's own resources, by their ARN. */
export interface TagsPort {
  /** In order of key. */
  list(scope: Scope, arn: string): Promise<{ Key: string; Value: string }[]>;
  /**
   * Adds or replaces tags, all or none.
   *
   * @throws DomainError `TooManyTags` where there would be more than 50.
   */
  add(scope: Scope, arn: string, tags: readonly { Key?: string; Value?: string }[]): Promise<void>;
  remove(scope: Scope, arn: string, keys: readonly string[]): Promise<void>;
  /** Removes all: the resource is gone. */
  clear(scope: Scope, arn: string): Promise<void>;
}
