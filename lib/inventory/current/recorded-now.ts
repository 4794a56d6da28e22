import { endedStatuses } from '../../items/item-status';

/**
 * SQL that holds for an item whose resource is recorded now, as `isRecordedNow`.
 *
 * @param table the alias of `configuration_items`, with its dot; none where there is only one table.
 */
export function recordedNow(table = ''): string {
  return `${table}status NOT IN (${endedStatuses.map((status) => `'${status}'`).join(', ')})`;
}
