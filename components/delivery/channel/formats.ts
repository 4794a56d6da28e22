import type { DeliveryAttempt, DeliveryView } from '@/lib/api/contract/delivery';

/** What AWS Config delivers, by the members of DescribeDeliveryChannelStatus and the names that its documents give them. */
export const formats: { member: keyof DeliveryView['formats']; name: string; kind?: DeliveryAttempt['kind'] }[] = [
  { member: 'configStreamDeliveryInfo', name: 'Configuration stream' },
  { member: 'configHistoryDeliveryInfo', name: 'Configuration history', kind: 'history' },
  { member: 'configSnapshotDeliveryInfo', name: 'Configuration snapshot', kind: 'snapshot' },
];
