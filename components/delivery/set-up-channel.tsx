'use client';
import Button from '@cloudscape-design/components/button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ErrorAlert } from '@/components/ui/error-alert';
import { EmptyState } from '@/components/ui/table/empty-state';
import type { DeliveryView } from '@/lib/api/contract/delivery';
import { ApiFailure, commands, queries } from '@/lib/api/queries';
import { storeText } from './channel-words';

/** Stands where the channel would: why there is none, and a way to try to set it up again. */
export function SetUpChannel({ view }: { view: DeliveryView }) {
  const client = useQueryClient();
  const setUp = useMutation({
    mutationFn: commands.setUp,
    onSuccess: (data) => client.setQueryData(queries.delivery().queryKey, data),
    onSettled: () => client.invalidateQueries({ queryKey: queries.recorder().queryKey }),
  });
  const failure = setUp.error
    ? { code: setUp.error instanceof ApiFailure ? setUp.error.code : setUp.error.name, message: setUp.error.message }
    : view.setupError;
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
