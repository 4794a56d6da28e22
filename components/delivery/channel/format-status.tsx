'use client';
import Box from '@cloudscape-design/components/box';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { DeliveryFormat } from '@/lib/api/contract/delivery';

const looks: Record<NonNullable<DeliveryFormat['lastStatus']>, StatusIndicatorProps.Type> = {
  SUCCESS: 'success',
  FAILURE: 'error',
  NOT_APPLICABLE: 'not-started',
};

/** How the last delivery of a format went, with the reason of a failure. */
export function FormatStatus({ format: { lastStatus, lastErrorCode, lastErrorMessage } }: { format: DeliveryFormat }) {
  if (!lastStatus) return <StatusIndicator type="pending">Not delivered yet</StatusIndicator>;
  return (
    <>
      <StatusIndicator type={looks[lastStatus]}>{lastStatus}</StatusIndicator>
      {(lastErrorCode || lastErrorMessage) && (
        <Box fontSize="body-s" color="text-body-secondary">
          {lastErrorCode && (
            <Box variant="code" fontSize="body-s">
              {lastErrorCode}
            </Box>
          )}{' '}
          {lastErrorMessage}
        </Box>
      )}
    </>
  );
}
