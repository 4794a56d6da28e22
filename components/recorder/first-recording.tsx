'use client';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import { RouteLink } from '@/components/layout/route-link';
import type { RecorderView } from '@/lib/api/contract/recorder';

/** Says, while a source is read for the first time, that a snapshot would not hold all of it yet. */
export function FirstRecording({ view: { cycle, sources } }: { view: RecorderView }) {
  const first = cycle.runningSince !== undefined && sources.some(({ lastStatus }) => lastStatus === 'PENDING');
  return (
    // Stays in the page while empty: screen readers only follow a region that was there before its words.
    <div role="status" aria-label="Recording">
      {first && (
        <Box margin={{ bottom: 'l' }}>
          <Alert type="info">
            The first recording is still running: a snapshot delivered now holds what is recorded so far.{' '}
            <RouteLink href="/discovery">See how far it is</RouteLink>
          </Alert>
        </Box>
      )}
    </div>
  );
}
