'use client';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { durationOf } from '@/components/delivery/attempt/attempt';
import { bytesText } from '@/components/ui/bytes';
import { durationText } from '@/components/ui/time/duration';
import type { DeliveryAttempt } from '@/lib/api/contract/delivery';
import { DeliveryBars } from './delivery-bars';

/** Size and duration of the latest deliveries over time: a sudden change of either is worth a look. */
export function RecordCharts({ attempts }: { attempts: readonly DeliveryAttempt[] }) {
  const inTime = attempts.toReversed();
  return (
    <Container
      header={
        <Header variant="h2" description="Each bar is a delivery that went well, the latest at the right.">
          Size and duration
        </Header>
      }
    >
      <ColumnLayout columns={2} minColumnWidth={280}>
        <DeliveryBars
          attempts={inTime}
          label="Size of deliveries"
          unit="Size"
          amountOf={({ bytesUploaded }) => bytesUploaded}
          textOf={bytesText}
        />
        <DeliveryBars
          attempts={inTime}
          label="Duration of deliveries"
          unit="Duration"
          amountOf={(attempt) => durationOf(attempt) ?? 0}
          textOf={durationText}
        />
      </ColumnLayout>
    </Container>
  );
}
