import type { DeliveryView } from '@/lib/api/contract/delivery';

const frequencies: { [name: string]: string } = {
  One_Hour: 'Every hour',
  Three_Hours: 'Every 3 hours',
  Six_Hours: 'Every 6 hours',
  Twelve_Hours: 'Every 12 hours',
  TwentyFour_Hours: 'Every 24 hours',
};

/** The frequencies of the service model, from often to seldom. */
export const frequencyNames: readonly string[] = Object.keys(frequencies);

/** AWS's name of a delivery frequency in words (facts: the five names of the service model); none: only on request. */
export function frequencyText(frequency: string | undefined): string {
  if (frequency === undefined) return 'On request only';
  return frequencies[frequency] ?? frequency;
}

/** `Folder ./data/objects` or `S3 at https://…`. */
export function storeText({ kind, location }: DeliveryView['store']): string {
  return kind === 'directory' ? `Folder ${location}` : `S3 at ${location}`;
}

/** What to do about a failed delivery, by the code that AWS Config or the store gave. */
export function adviceText(code: string | undefined, bucket: string, store: DeliveryView['store']): string {
  const place = store.kind === 'directory' ? `the folder ${store.location}` : `the store at ${store.location}`;
  switch (code) {
    case 'NoSuchBucket':
      return `Create the bucket ${bucket} again in ${place}, then choose Deliver snapshot.`;
    case 'AccessDenied':
    case 'InsufficientDeliveryPolicyException':
      return `Allow Snapscope to write to the bucket ${bucket} in ${place}, then choose Deliver snapshot.`;
    case 'StoreNotWritable':
      return `Make ${place} writable for the user that runs Snapscope and see that the disk is not full, then choose Deliver snapshot.`;
    case 'StoreUnavailable':
      return `See that ${place} can be reached from this machine, then choose Deliver snapshot.`;
    default:
      return 'Mend the cause named above, then choose Deliver snapshot. The next delivery that succeeds clears this.';
  }
}
