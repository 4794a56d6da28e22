import { requireChannel } from '../../delivery/channel/channel-errors';
import type { DeliveryChannel } from '../../delivery/channel/channel-store';
import type { Scope } from '../../items/scope';
import type { ChannelPort } from '../operation';

/**
 * The channels that a request names, or all where it names none.
 *
 * @throws DomainError `NoSuchDeliveryChannelException` for the first name that is not there.
 */
export async function channelsNamed(
  channel: ChannelPort,
  scope: Scope,
  names: readonly string[] | undefined,
): Promise<DeliveryChannel[]> {
  const found = await channel.find(scope);
  for (const name of names ?? []) requireChannel(found, name);
  return found ? [found] : [];
}
