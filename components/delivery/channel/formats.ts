import type { DeliveryAttempt, DeliveryView } from '@/lib/api/contract/delivery';

/** What AWS Config delivers, by the fields of DescribeDeliveryChannelStatus and the names that its documents give them. */
export const formats: { field: keyof DeliveryView['formats']; name: string; kind?: DeliveryAttempt['kind'] }[] = [
  { field: 'configStreamDeliveryInfo', name: 'Configuration stream' },
  { field: 'configHistoryDeliveryInfo', name: 'Configuration history', kind: 'history' },
  { field: 'configSnapshotDeliveryInfo', name: 'Configuration snapshot', kind: 'snapshot' },
];
