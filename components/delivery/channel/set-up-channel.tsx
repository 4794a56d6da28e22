'use client';
import Button from '@cloudscape-design/components/button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ErrorAlert } from '@/components/ui/error-alert';
import { EmptyState } from '@/components/ui/table/empty-state';
import { failureCode } from '@/lib/api/client/api-failure';
import type { DeliveryView } from '@/lib/api/contract/delivery';
import { deliveryCommands, deliveryQueries } from '@/lib/api/queries/delivery';
import { recorderQueries } from '@/lib/api/queries/recorder';
import { storeText } from './channel-labels';

/** Stands where the channel would: why there is none, and a way to try to set it up again. */
export function SetUpChannel({ view, region }: { view: DeliveryView; region?: string }) {
  const client = useQueryClient();
  const setUp = useMutation({
    mutationFn: () => deliveryCommands.setUp(region),
    onSuccess: (data) => client.setQueryData(deliveryQueries.delivery(region).queryKey, data),
    onSettled: () => client.invalidateQueries({ queryKey: recorderQueries.recorder(region).queryKey }),
  });
  const failure = setUp.error ? { code: failureCode(setUp.error), message: setUp.error.message } : view.setupError;
  const tryAgain = () => setUp.mutate();

  if (failure)
    return (
      <ErrorAlert
        title="The delivery channel could not be set up"
        code={failure.code}
        message={failure.message}
        onRetry={tryAgain}
        retrying={setUp.isPending}
      >
        Snapshots go to: {storeText(view.store)}. Mend the cause, then try again; nothing needs a restart.
      </ErrorAlert>
    );
  return (
    <EmptyState
      title="No delivery channel"
      action={
        <Button onClick={tryAgain} loading={setUp.isPending} loadingText="Setting up">
          Set up the channel
        </Button>
      }
    >
      A delivery channel names the bucket that snapshots are written to. Without one nothing can be delivered.
    </EmptyState>
  );
}
