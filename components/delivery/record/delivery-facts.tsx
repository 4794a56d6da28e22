'use client';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { folderOfAttempt } from '@/components/delivery/attempt/attempt';
import { PhaseStatus } from '@/components/delivery/attempt/phase-status';
import { RouteLink } from '@/components/layout/route-link';
import { ByteSize } from '@/components/ui/byte-size';
import { countText } from '@/components/ui/bytes';
import { Copyable } from '@/components/ui/copyable';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { DeliveryAttempt } from '@/lib/api/contract/delivery';
import { StartedBy, tookText } from './record-columns';

/** When, by whom and how much. */
export function DeliveryFacts({ attempt }: { attempt: DeliveryAttempt }) {
  return (
    <Container header={<Header variant="h2">Details</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'Region', value: attempt.region },
          { label: 'Status', value: <PhaseStatus attempt={attempt} /> },
          { label: 'Started', value: <UtcTime value={attempt.requestedAt} /> },
          { label: 'Ended', value: <UtcTime value={attempt.finishedAt} none="Not yet" /> },
          { label: 'Took', value: tookText(attempt) },
          { label: 'Started by', value: <StartedBy attempt={attempt} /> },
          {
            label: 'configSnapshotId',
            value: <Copyable text={attempt.configSnapshotId} label="configSnapshotId" />,
          },
          { label: 'Items', value: countText(attempt.itemsWritten) },
          { label: 'Size as stored', value: <ByteSize bytes={attempt.bytesUploaded} /> },
          { label: 'Calls tried again', value: retriesText(attempt) },
          {
            label: 'Folder',
            value: <RouteLink href={folderOfAttempt(attempt)}>Show in bucket {attempt.bucket}</RouteLink>,
          },
        ]}
      />
    </Container>
  );
}

function retriesText({ retries, lastRetryCode }: DeliveryAttempt): string {
  if (retries === 0) return 'None';
  return lastRetryCode ? `${countText(retries)}, the last after ${lastRetryCode}` : countText(retries);
}
