import { folderHref } from '@/components/buckets/urls';
import { bytesText, countText } from '@/components/ui/bytes';
import type { DeliveryAttempt } from '@/lib/api/contract/delivery';

type Progress = Pick<DeliveryAttempt, 'phase' | 'itemsWritten' | 'itemsTotal' | 'bytesUploaded'>;
type Place = Pick<DeliveryAttempt, 'bucket' | 'key'>;

/** How far a delivery is: `Queued`, `Writing 40 of 125 items`, `Uploading 12.3 KB`, `Delivered`, `Failed`. */
export function progressText({ phase, itemsWritten, itemsTotal, bytesUploaded }: Progress): string {
  switch (phase) {
    case 'queued':
      return 'Queued';
    case 'writing':
      return `Writing ${countText(itemsWritten)} of ${countText(itemsTotal)} items`;
    case 'uploading':
      return `Uploading ${bytesText(bytesUploaded)}`;
    case 'delivered':
      return 'Delivered';
    case 'failed':
      return 'Failed';
  }
}

/** The same for a bar, 0 to 100. Writing is nearly all of the work (uploading runs beside it), so it fills the bar to 95. */
export function progressPercent({ phase, itemsWritten, itemsTotal }: Progress): number {
  if (phase === 'delivered') return 100;
  if (phase === 'uploading') return 97;
  if (phase !== 'writing' || itemsTotal === 0) return 0;
  return Math.min(95, Math.floor((95 * itemsWritten) / itemsTotal));
}

/** Whether a delivery has not come to its end yet. */
export function isRunning({ phase }: Pick<DeliveryAttempt, 'phase'>): boolean {
  return phase !== 'delivered' && phase !== 'failed';
}

/** From the request to the end, in milliseconds; undefined before it. */
export function durationOf({
  requestedAt,
  finishedAt,
}: Pick<DeliveryAttempt, 'requestedAt' | 'finishedAt'>): number | undefined {
  return finishedAt === undefined ? undefined : Math.max(0, Date.parse(finishedAt) - Date.parse(requestedAt));
}

/** The folder in which the delivered object lies. */
export function folderOfAttempt({ bucket, key }: Place): string {
  return folderHref({ bucket, prefix: key.slice(0, key.lastIndexOf('/') + 1) });
}

/** The failure that the status of a kind of delivery tells of: the last delivery of it that ended, if that one failed. */
export function lastFailure(
  recent: readonly DeliveryAttempt[],
  kind: DeliveryAttempt['kind'],
): DeliveryAttempt | undefined {
  const last = recent.find((attempt) => attempt.kind === kind && !isRunning(attempt));
  return last?.phase === 'failed' ? last : undefined;
}
