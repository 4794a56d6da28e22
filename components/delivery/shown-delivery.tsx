'use client';
import Box from '@cloudscape-design/components/box';
import { useState } from 'react';
import type { DeliveryView } from '@/lib/api/contract/delivery';
import { DeliveryProgress } from './attempt/delivery-progress';

/**
 * The delivery that the reader follows: the one that runs, whoever started it, else the latest that they started or saw
 * running, until they dismiss it. Numbers are not said aloud (the bar does that at its own pace), phases are.
 */
export function ShownDelivery({ view, startedId }: { view: DeliveryView; startedId: string | undefined }) {
  const [seenId, setSeenId] = useState<string>();
  const [dismissedId, setDismissedId] = useState<string>();
  const { running, recent } = view;
  if (running && running.configSnapshotId !== seenId) setSeenId(running.configSnapshotId);

  const attempt =
    running ?? recent.find(({ configSnapshotId: id }) => id !== dismissedId && (id === seenId || id === startedId));
  const counting = attempt?.phase === 'writing' || attempt?.phase === 'uploading';
  return (
    // Stays in the page while empty: screen readers only follow a region that was there before its words.
    <div role="status" aria-label="Delivery" aria-live={counting ? 'off' : 'polite'}>
      {attempt && attempt.phase !== 'failed' && (
        <Box margin={{ bottom: 'l' }}>
          <DeliveryProgress attempt={attempt} onDismiss={() => setDismissedId(attempt.configSnapshotId)} />
        </Box>
      )}
    </div>
  );
}
