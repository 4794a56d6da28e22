'use client';
import Container from '@cloudscape-design/components/container';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { isRunning, progressPercent, progressText } from '@/components/delivery/attempt/attempt';
import { kindNames, stepNames } from '@/components/delivery/attempt/attempt-labels';
import { readDeliveryUrl } from '@/components/delivery/urls';
import { PageFrame } from '@/components/layout/page-frame';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { LoadingScreen } from '@/components/layout/screens/loading-screen';
import { ErrorAlert } from '@/components/ui/error-alert';
import { EmptyState } from '@/components/ui/table/empty-state';
import type { DeliveryAttempt } from '@/lib/api/contract/delivery';
import { deliveryQueries } from '@/lib/api/queries/delivery';
import { DeliveredObjects } from './delivered-objects';
import { DeliveryFacts } from './delivery-facts';

/** One delivery: how it went, what it put into the bucket, and whether that is still there as it was. */
export function DeliveryScreen() {
  const id = readDeliveryUrl(useSearchParams());
  const delivery = useQuery({ ...deliveryQueries.attempt(id), enabled: id !== '' });
  const view = delivery.data;
  return (
    <PageFrame
      title={id || 'Delivery'}
      description={
        view && `${kindNames[view.attempt.kind]} of the channel ${view.attempt.channelName} in ${view.attempt.region}`
      }
      parents={[{ text: 'Deliveries', href: '/deliveries' }]}
    >
      <SpaceBetween size="l">
        {id === '' && <EmptyState title="No delivery is named">The URL has no id of a delivery.</EmptyState>}
        <LoadFailure title="The delivery cannot be shown" query={delivery} />
        {id !== '' && delivery.isPending && <LoadingScreen />}
        {view && <Going attempt={view.attempt} />}
        {view && <Failure attempt={view.attempt} />}
        {view && <DeliveryFacts attempt={view.attempt} />}
        {view && <DeliveredObjects key={id} view={view} />}
      </SpaceBetween>
    </PageFrame>
  );
}

function Going({ attempt }: { attempt: DeliveryAttempt }) {
  if (!isRunning(attempt)) return null;
  return (
    <Container>
      <ProgressBar
        label="This delivery is running"
        value={progressPercent(attempt)}
        additionalInfo={progressText(attempt)}
      />
    </Container>
  );
}

function Failure({ attempt: { phase, errorCode, errorMessage, failedStep, remedy } }: { attempt: DeliveryAttempt }) {
  if (phase !== 'failed') return null;
  const where = failedStep ? `The delivery failed at ${stepNames[failedStep]}` : 'The delivery failed';
  return (
    <ErrorAlert title={where} code={errorCode} message={errorMessage ?? 'No reason was given.'}>
      {remedy && <div>{remedy}</div>}
    </ErrorAlert>
  );
}
