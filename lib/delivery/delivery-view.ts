import type { Database } from '../database/database';
import type { Scope } from '../items/scope';
import type { ObjectStore } from '../object-store/port';
import { listAttempts } from './attempts/attempt-list-store';
import { attemptView, formatView } from './attempts/attempt-view';
import { findChannel } from './channel/channel-store';
import { findFormatStatus } from './channel/status-store';

/** How deliveries of one account and Region go, as the browser shows it: times are ISO 8601 in UTC. */
export function createDeliveryView(database: Database, store: ObjectStore, scope: Scope) {
  return {
    /** Channel, status and latest deliveries. */
    async view() {
      // In this order: the status knows of the end of whatever has ended in the record.
      const filter = { kind: 'snapshot', region: scope.region } as const;
      const attempts = await listAttempts(database, scope.accountId, { filter, limit: 10 });
      const { channel, formats } = await status();
      const recent = attempts.map(attemptView);
      return {
        accountId: scope.accountId,
        region: scope.region,
        channel: channel ?? null,
        store: store.description,
        formats,
        running: recent.find(({ phase }) => phase !== 'delivered' && phase !== 'failed') ?? null,
        recent,
      };
    },

    /** One of many Regions, in short. */
    async summary() {
      const { channel, formats } = await status();
      return { region: scope.region, channelName: channel?.name ?? null, formats };
    },
  };

  async function status() {
    const channel = await findChannel(database, scope);
    const formats = await findFormatStatus(database, scope, channel?.name ?? '');
    return {
      channel,
      formats: {
        // Without a topic nothing can be streamed: real answers say so.
        configStreamDeliveryInfo:
          channel && !channel.snsTopicARN ? { lastStatus: 'NOT_APPLICABLE' as const } : formatView(formats.stream),
        configHistoryDeliveryInfo: formatView(formats.history),
        configSnapshotDeliveryInfo: formatView(formats.snapshot),
      },
    };
  }
}
