import { parseSpan } from '../../documents/parse-span';
import type { ConfigurationItem } from '../../items/configuration-item';
import { isJsonObject } from '../../items/form/item-fields';
import { type ItemDefaults, readConfigurationItem } from '../../items/form/read-item';
import { parseJson } from '../../json';

/**
 * One item of a document, in any form: as `readConfigurationItem`, and what a change notification carries, be it as AWS Config sends
 * it or wrapped by SNS (its `Message` is the notification as JSON in a string). `name` is the document's, for messages.
 * An item without a number that JavaScript writes in another way is quicker to read: whoever knows says so.
 */
export function parseItem(
  { bytes, offset, hasRareNumber }: { bytes: Uint8Array; offset: number; hasRareNumber?: boolean },
  name: string,
  defaults: ItemDefaults,
): ConfigurationItem {
  const value = parseSpan(bytes, offset, name, hasRareNumber);
  return readConfigurationItem(unwrapNotification(value), defaults);
}

function unwrapNotification(value: unknown): unknown {
  if (!isJsonObject(value) || Object.hasOwn(value, 'resourceType')) return value;
  if (isJsonObject(value.configurationItem)) return value.configurationItem;
  if (value.Type !== 'Notification' || typeof value.Message !== 'string') return value;
  try {
    const message: unknown = parseJson(value.Message);
    return isJsonObject(message) && isJsonObject(message.configurationItem) ? message.configurationItem : value;
  } catch {
    return value;
  }
}
