'use client';
import Box from '@cloudscape-design/components/box';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import type { DeliveryAttempt } from '@/lib/api/contract/delivery';
import { isRunning, progressPercent } from './attempt';
import { stepNames } from './attempt-labels';
import { PhaseStatus } from './phase-status';

/** How a delivery goes or went: while it runs a bar; of a failure the code, the step and what to do. */
export function AttemptStatus({ attempt }: { attempt: DeliveryAttempt }) {
  const { configSnapshotId, errorCode, errorMessage, failedStep, remedy } = attempt;
  return (
    <>
      <PhaseStatus attempt={attempt} />
      {isRunning(attempt) && (
        <ProgressBar
          variant="key-value"
          value={progressPercent(attempt)}
          ariaLabel={`Progress of delivery ${configSnapshotId}`}
        />
      )}
      {errorCode && (
        <Box fontSize="body-s" color="text-body-secondary">
          <Box variant="code" fontSize="body-s">
            {errorCode}
          </Box>{' '}
          {errorMessage}
        </Box>
      )}
      {failedStep && (
        <Box fontSize="body-s" color="text-body-secondary">
          Failed at: {stepNames[failedStep]}.
        </Box>
      )}
      {remedy && <Box fontSize="body-s">{remedy}</Box>}
    </>
  );
}
