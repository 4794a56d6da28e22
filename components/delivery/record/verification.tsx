'use client';
import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { countText } from '@/components/ui/bytes';
import { FailureAlert } from '@/components/ui/failure-alert';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { VerificationView } from '@/lib/api/contract/delivery';

type Outcome = VerificationView['outcome'];

const outcomes: Record<
  Outcome,
  { name: string; header: string; look: StatusIndicatorProps.Type; alert: AlertProps.Type }
> = {
  same: { name: 'Same', header: 'Everything is as it was delivered', look: 'success', alert: 'success' },
  different: {
    name: 'Different',
    header: 'What lies in the bucket is not what was delivered',
    look: 'error',
    alert: 'error',
  },
  missing: { name: 'Missing', header: 'Something that was delivered is gone', look: 'error', alert: 'error' },
  unreadable: { name: 'Unreadable', header: 'Not everything could be read again', look: 'warning', alert: 'warning' },
};

/** The result of a verification as a whole. */
export function Verification({ result: { outcome, objects, checkedAt } }: { result: VerificationView }) {
  const same = objects.filter((object) => object.outcome === 'same').length;
  const { header, alert } = outcomes[outcome];
  return (
    <Alert type={alert} header={header}>
      {countText(same)} of {countText(objects.length)} {objects.length === 1 ? 'object is' : 'objects are'} the same.
      Verified <UtcTime value={checkedAt} />.
    </Alert>
  );
}

/** The result for one object; a dash before there is one. */
export function ObjectOutcome({ outcome }: { outcome: VerificationView['objects'][number] | undefined }) {
  if (!outcome) return '–';
  const { name, look } = outcomes[outcome.outcome];
  return (
    <>
      <StatusIndicator type={look}>{name}</StatusIndicator>
      {/* Of what is the same, the row says it all. */}
      {outcome.outcome !== 'same' && (
        <Box fontSize="body-s" color="text-body-secondary">
          <span style={{ overflowWrap: 'anywhere' }}>{outcome.message}</span>
        </Box>
      )}
    </>
  );
}

/** Why a verification came to no result. */
export function VerificationFailure({ error }: { error: Error }) {
  return <FailureAlert title="The delivery could not be verified" error={error} />;
}
