'use client';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { DeliveryAttempt } from '@/lib/api/contract/delivery';
import { progressText } from './attempt';

const looks: Record<DeliveryAttempt['phase'], StatusIndicatorProps.Type> = {
  queued: 'pending',
  writing: 'in-progress',
  uploading: 'in-progress',
  delivered: 'success',
  failed: 'error',
};

/** How far a delivery is, in words and with its sign. */
export function PhaseStatus({ attempt }: { attempt: DeliveryAttempt }) {
  return <StatusIndicator type={looks[attempt.phase]}>{progressText(attempt)}</StatusIndicator>;
}
