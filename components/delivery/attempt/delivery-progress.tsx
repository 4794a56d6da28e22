'use client';
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { snapshotHref } from '@/components/buckets/urls';
import { graphHref } from '@/components/graph/page/graph-url';
import { RouteLink } from '@/components/layout/route-link';
import { ByteSize } from '@/components/ui/byte-size';
import { countText } from '@/components/ui/bytes';
import { Copyable } from '@/components/ui/copyable';
import type { DeliveryAttempt } from '@/lib/api/contract/delivery';
import { folderOfAttempt, progressPercent, progressText } from './attempt';
import { kindNames } from './attempt-labels';
import { PhaseStatus } from './phase-status';

/** One delivery as it goes, then its id and where the snapshot lies. A failed one is told by `FailureAlerts`. */
export function DeliveryProgress({ attempt, onDismiss }: { attempt: DeliveryAttempt; onDismiss: () => void }) {
  if (attempt.phase === 'delivered') return <Delivered attempt={attempt} onDismiss={onDismiss} />;
  return (
    <Container>
      <ProgressBar
        label={`Delivering a configuration ${attempt.kind}`}
        description={<Copyable text={attempt.configSnapshotId} label="configSnapshotId" />}
        value={progressPercent(attempt)}
        additionalInfo={<PhaseStatus attempt={attempt} />}
      />
    </Container>
  );
}

function Delivered({ attempt, onDismiss }: { attempt: DeliveryAttempt; onDismiss: () => void }) {
  return (
    <Alert type="success" header={progressText(attempt)} dismissible dismissAriaLabel="Dismiss" onDismiss={onDismiss}>
      <SpaceBetween size="xxs">
        <div>
          {kindNames[attempt.kind]} <Copyable text={attempt.configSnapshotId} label="configSnapshotId" /> holds{' '}
          {countText(attempt.itemsWritten)} configuration items in <ByteSize bytes={attempt.bytesUploaded} />.
        </div>
        <SpaceBetween direction="horizontal" size="m">
          {attempt.kind === 'snapshot' && (
            <RouteLink variant="primary" href={snapshotHref(attempt.bucket, attempt.key)}>
              Open snapshot
            </RouteLink>
          )}
          {attempt.kind === 'snapshot' && (
            <RouteLink variant="primary" href={graphHref({ bucket: attempt.bucket, key: attempt.key })}>
              See the map
            </RouteLink>
          )}
          <RouteLink variant="primary" href={folderOfAttempt(attempt)}>
            Show in bucket
          </RouteLink>
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  );
}
