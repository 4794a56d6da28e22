import type { Queryable } from '../../../database/database';
import type { Scope } from '../../../items/scope';
import type { DeliveryChannel } from '../../channel/channel-store';
import { forgetFormatStatus } from '../../channel/status-store';
import { closeTopicCursor, openTopicCursor } from './cursor-store';

/**
 * Brings what is told in line with a channel that was put, in its transaction. A topic that is set is told of what is recorded from
 * then on; another one goes on where the former stood; without one nothing is told, and what was not told yet never will be.
 *
 * @param newest the newest change that was recorded before
 */
export async function followTopic(
  tx: Queryable,
  scope: Scope,
  channel: DeliveryChannel,
  newest: number,
): Promise<void> {
  if (channel.snsTopicARN !== undefined) return openTopicCursor(tx, scope, newest);
  await closeTopicCursor(tx, scope);
  await forgetFormatStatus(tx, scope, channel.name, 'stream');
}
