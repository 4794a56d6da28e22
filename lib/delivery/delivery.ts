import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type { Database } from '../database/database';
import { snapshotKey } from '../documents/object-key';
import { DomainError } from '../errors';
import type { Scope } from '../items/scope';
import type { ObjectStore } from '../object-store/port';
import { type Attempt, beginAttempt, type DeliveryTrigger, listAttempts } from './attempt-store';
import { attemptView, formatView } from './attempt-view';
import { checkChannel } from './channel';
import { type DeliveryChannel, deleteChannel, findChannel, saveChannel } from './channel-store';
import type { DeliveryRuns } from './runs';
import { findFormatStatus } from './status-store';
import type { ItemBatches } from './write-snapshot';

export interface DeliveryParts {
  database: Database;
  store: ObjectStore;
  clock: Clock;
  scope: Scope;
  runs: DeliveryRuns;
  /** What the recorder of this scope says: delivery itself knows nothing of recorders. */
  recording: () => Promise<'no-recorder' | 'stopped' | 'running'>;
  currentItems: () => ItemBatches;
}

export type DeliveryService = ReturnType<typeof createDelivery>;

/** The delivery channel of one account and region, and what is delivered through it. */
export function createDelivery({ database, store, clock, scope, runs, recording, currentItems }: DeliveryParts) {
  return {
    findChannel: (): Promise<DeliveryChannel | undefined> => findChannel(database, scope),

    /** Checks that the bucket can be written, then makes or wholly replaces the channel. Errors are AWS's own. */
    async putChannel(channel: DeliveryChannel): Promise<void> {
      if ((await recording()) === 'no-recorder') {
        throw new DomainError(
          'conflict',
          'NoAvailableConfigurationRecorderException',
          'Configuration recorder is not available to put delivery channel.',
        );
      }
      const present = await findChannel(database, scope);
      if (present && present.name !== channel.name) {
        throw new DomainError(
          'conflict',
          'MaxNumberOfDeliveryChannelsExceededException',
          `Failed to put delivery channel '${channel.name}' because the maximum number of delivery channels: 1 is reached.`,
        );
      }
      await checkChannel(store, scope, channel);
      await saveChannel(database, scope, channel, clock());
    },

    /** Deletes the channel with its status; what was delivered stays. */
    deleteChannel: (): Promise<void> => deleteChannel(database, scope),

    /** The status of the three formats of the channel. */
    formatStatus: (channelName: string) => findFormatStatus(database, scope, channelName),

    /**
     * Starts the delivery of a snapshot and answers its id at once; it goes on in the background. Checks in AWS's order:
     * recorder exists, recorder runs, channel exists; then that no other delivery of the channel runs.
     */
    async deliver(channelName: string, trigger: DeliveryTrigger): Promise<{ configSnapshotId: string }> {
      const channel = await readyChannel(channelName);
      const now = clock();
      const configSnapshotId = randomUUID();
      const attempt: Attempt = {
        configSnapshotId,
        channelName,
        trigger,
        phase: 'queued',
        itemsWritten: 0,
        itemsTotal: 0,
        bytesUploaded: 0,
        bucket: channel.s3BucketName,
        key: snapshotKey({ prefix: channel.s3KeyPrefix, ...scope, deliveredAt: now, configSnapshotId }),
        requestedAt: now,
      };
      if (!(await beginAttempt(database, scope, attempt, runs.owner))) {
        throw new DomainError(
          'conflict',
          'DeliveryInProgress',
          `A delivery of channel '${channelName}' is still running. Wait until it has ended, then deliver again.`,
        );
      }
      runs.start(scope, attempt, channel, currentItems());
      return { configSnapshotId };
    },

    /** Channel, status and latest deliveries as the browser shows them. */
    async view() {
      const [channel, attempts] = await Promise.all([findChannel(database, scope), listAttempts(database, scope, 10)]);
      const formats = await findFormatStatus(database, scope, channel?.name ?? '');
      const recent = attempts.map(attemptView);
      return {
        accountId: scope.accountId,
        region: scope.region,
        channel: channel ?? null,
        store: store.description,
        formats: {
          // Without a topic nothing can be streamed: real answers say so.
          configStreamDeliveryInfo:
            channel && !channel.snsTopicARN ? { lastStatus: 'NOT_APPLICABLE' as const } : formatView(formats.stream),
          configHistoryDeliveryInfo: formatView(formats.history),
          configSnapshotDeliveryInfo: formatView(formats.snapshot),
        },
        running: recent.find(({ phase }) => phase !== 'delivered' && phase !== 'failed') ?? null,
        recent,
      };
    },
  };

  async function readyChannel(channelName: string): Promise<DeliveryChannel> {
    const state = await recording();
    if (state === 'no-recorder') {
      throw new DomainError(
        'conflict',
        'NoAvailableConfigurationRecorderException',
        'Configuration recorder not found. Add a configuration recorder and start recording.',
      );
    }
    if (state === 'stopped') {
      throw new DomainError(
        'conflict',
        'NoRunningConfigurationRecorderException',
        'Configuration recorder is turned off. Turn on configuration recorder.',
      );
    }
    const channel = await findChannel(database, scope);
    if (channel?.name !== channelName) {
      throw new DomainError(
        'not-found',
        'NoSuchDeliveryChannelException',
        `Cannot find delivery channel with specified name '${channelName}'.`,
      );
    }
    return channel;
  }
}
