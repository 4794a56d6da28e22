import type { Scope } from '../../items/scope';
import { WireError } from '../errors';
import type { Channel, ChannelPort } from '../operation';

/**
 * The channels that a request names, or all where it names none.
 *
 * @throws WireError `NoSuchDeliveryChannelException` for the first name that is not there.
 */
export async function channelsNamed(
  channel: ChannelPort,
  scope: Scope,
  names: readonly string[] | undefined,
): Promise<Channel[]> {
  const found = await channel.find(scope);
  for (const name of names ?? []) {
    if (found?.name !== name) {
      const message = `Cannot find delivery channel with specified name '${name}'.`;
      throw new WireError('NoSuchDeliveryChannelException', message);
    }
  }
  return found ? [found] : [];
}
