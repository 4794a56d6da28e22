'use client';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useMutation } from '@tanstack/react-query';
import { objectHref, snapshotHref } from '@/components/buckets/urls';
import { isRunning } from '@/components/delivery/attempt/attempt';
import { RouteLink } from '@/components/layout/route-link';
import { ByteSize } from '@/components/ui/byte-size';
import { countText } from '@/components/ui/bytes';
import { Copyable } from '@/components/ui/copyable';
import { EmptyState } from '@/components/ui/table/empty-state';
import type { AttemptView, VerificationView } from '@/lib/api/contract/delivery';
import { deliveryCommands } from '@/lib/api/queries/delivery';
import { ObjectOutcome, Verification, VerificationFailure } from './verification';

type Delivered = AttemptView['objects'][number];

/** What a delivery put into the bucket, and a button that reads it all again. */
export function DeliveredObjects({ view: { attempt, objects } }: { view: AttemptView }) {
  const verify = useMutation({ mutationFn: deliveryCommands.verify });
  return (
    <div>
      {/* Stays in the page while empty: screen readers only follow a region that was there before its words. */}
      <div role="status" aria-label="Verification">
        {verify.data && (
          <Box margin={{ bottom: 'l' }}>
            <Verification result={verify.data} />
          </Box>
        )}
      </div>
      {verify.error && (
        <Box margin={{ bottom: 'l' }}>
          <VerificationFailure error={verify.error} />
        </Box>
      )}
      <Table
        header={
          <Header
            variant="h2"
            counter={`(${countText(objects.length)})`}
            description="Verify reads each object again and compares it, byte for byte, with what was delivered."
            actions={
              <Button
                disabled={isRunning(attempt) || objects.length === 0}
                disabledReason={
                  isRunning(attempt)
                    ? 'The delivery is still running.'
                    : 'Of this delivery nothing was kept to compare with.'
                }
                loading={verify.isPending}
                loadingText="Verifying"
                onClick={() => verify.mutate(attempt.configSnapshotId)}
              >
                Verify
              </Button>
            }
          >
            Delivered objects
          </Header>
        }
        items={objects}
        trackBy="key"
        wrapLines
        ariaLabels={{ tableLabel: 'Delivered objects' }}
        columnDefinitions={[
          {
            id: 'key',
            header: 'Key',
            isRowHeader: true,
            minWidth: 180,
            cell: ({ bucket, key }) => (
              <span style={{ overflowWrap: 'anywhere' }}>
                <RouteLink href={objectHref(bucket, key)}>{key}</RouteLink>
              </span>
            ),
          },
          {
            id: 'verified',
            header: 'Verification',
            minWidth: 135,
            cell: (object) => <ObjectOutcome outcome={outcomeOf(verify.data, object)} />,
          },
          {
            id: 'size',
            header: 'Size',
            minWidth: 115,
            cell: ({ size, contentSize, itemCount }) => (
              <>
                <ByteSize bytes={size} compact />
                <Box fontSize="body-s" color="text-body-secondary">
                  <ByteSize bytes={contentSize} compact /> of JSON
                  <br />
                  {countText(itemCount)} {itemCount === 1 ? 'item' : 'items'}
                </Box>
              </>
            ),
          },
          {
            id: 'sha256',
            header: 'SHA-256',
            minWidth: 125,
            cell: ({ key, sha256 }) => (
              <Box variant="code">
                <span style={{ overflowWrap: 'anywhere' }}>
                  <Copyable text={sha256} label={`SHA-256 of ${key}`} />
                </span>
              </Box>
            ),
          },
          {
            id: 'open',
            header: 'Content',
            minWidth: 80,
            cell: ({ bucket, key }) => (
              <RouteLink href={snapshotHref(bucket, key)} ariaLabel={`Open ${key}`}>
                Open
              </RouteLink>
            ),
          },
        ]}
        empty={
          <EmptyState title="No objects">
            {isRunning(attempt) ? 'They appear as they are delivered.' : 'This delivery put nothing into the bucket.'}
          </EmptyState>
        }
      />
    </div>
  );
}

function outcomeOf(result: VerificationView | undefined, { bucket, key }: Delivered) {
  return result?.objects.find((object) => object.bucket === bucket && object.key === key);
}
