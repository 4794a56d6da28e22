import type { DeliveryView } from '@/lib/api/contract/delivery';

/** What AWS Config delivers, by the members of DescribeDeliveryChannelStatus and the names that its documents give them. */
export const formats: { member: keyof DeliveryView['formats']; name: string }[] = [
  { member: 'configStreamDeliveryInfo', name: 'Configuration stream' },
  { member: 'configHistoryDeliveryInfo', name: 'Configuration history' },
  { member: 'configSnapshotDeliveryInfo', name: 'Configuration snapshot' },
];
