import type { DeliveryAttempt } from '@/lib/api/contract/delivery';

export const kindNames: Record<DeliveryAttempt['kind'], string> = { snapshot: 'Snapshot', history: 'History' };

export const triggerNames: Record<DeliveryAttempt['trigger'], string> = {
  button: 'Dashboard',
  api: 'API',
  schedule: 'Schedule',
};

/** The steps of a delivery as a sentence about a failure goes on: `Failed at: checking the bucket`. */
export const stepNames: Record<NonNullable<DeliveryAttempt['failedStep']>, string> = {
  credentials: 'taking the credentials',
  bucket: 'checking the bucket',
  'check-file': 'writing the check file',
  items: 'reading the recorded items',
  encrypt: 'encrypting',
  upload: 'uploading',
  complete: 'completing the upload',
  process: 'running on this server',
};
