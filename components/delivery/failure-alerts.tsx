'use client';
import Box from '@cloudscape-design/components/box';
import { ErrorAlert } from '@/components/ui/error-alert';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { DeliveryFormat, DeliveryView } from '@/lib/api/contract/delivery';
import { lastFailure } from './attempt/attempt';
import { stepNames } from './attempt/attempt-labels';
import { adviceText } from './channel/channel-labels';
import { formats } from './channel/formats';

/** An alert for each format whose last delivery failed: what, why, since when, and what to do. */
export function FailureAlerts({ view }: { view: DeliveryView }) {
  return formats.map(({ field, name, kind }) => {
    const format: DeliveryFormat = view.formats[field];
    if (format.lastStatus !== 'FAILURE') return null;
    const failed = kind && lastFailure(view.recent, kind);
    const advice = adviceText(format.lastErrorCode, view.channel?.s3BucketName ?? '', view.store);
    return (
      <ErrorAlert
        key={field}
        title={`The last delivery of the ${name.toLowerCase()} failed`}
        code={format.lastErrorCode}
        message={format.lastErrorMessage ?? 'No reason was given.'}
      >
        <Box variant="p" padding="n" margin={{ top: 'xxs' }}>
          {failed?.failedStep && `Failed at: ${stepNames[failed.failedStep]}. `}
          {failed?.remedy ?? advice}
        </Box>
        <Box variant="p" padding="n" margin={{ top: 'xxs' }}>
          Last successful delivery: <UtcTime value={format.lastSuccessfulTime} none="never" />
        </Box>
      </ErrorAlert>
    );
  });
}
