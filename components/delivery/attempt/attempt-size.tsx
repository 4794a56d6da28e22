'use client';
import Box from '@cloudscape-design/components/box';
import { ByteSize } from '@/components/ui/byte-size';
import { countText } from '@/components/ui/bytes';
import type { DeliveryAttempt } from '@/lib/api/contract/delivery';

/** How much a delivery has put into the bucket so far: bytes as stored, and items. */
export function AttemptSize({ attempt: { bytesUploaded, itemsWritten } }: { attempt: DeliveryAttempt }) {
  return (
    <>
      <ByteSize bytes={bytesUploaded} compact />
      <Box fontSize="body-s" color="text-body-secondary">
        <span style={{ whiteSpace: 'nowrap' }}>
          {countText(itemsWritten)} {itemsWritten === 1 ? 'item' : 'items'}
        </span>
      </Box>
    </>
  );
}
