'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureCode } from '@/lib/api/client/api-failure';
import { deliveryCommands, deliveryQueries } from '@/lib/api/queries/delivery';

/** Why a click on **Deliver snapshot** started nothing, in the API's own words. */
export interface Refusal {
  code: string;
  message: string;
}

/**
 * Starts deliveries in a Region. A click while one runs goes to the server as well: whether it is refused is the server's to say,
 * since a delivery may have been started, or have ended, elsewhere.
 *
 * @param region absent for the home. What was started or refused in another Region is not told of.
 */
export function useDeliver(region?: string) {
  const client = useQueryClient();
  const [last, setLast] = useState<{ region?: string; startedId?: string; refusal?: Refusal }>({});
  const mutation = useMutation({
    mutationFn: deliveryCommands.deliver,
    onSuccess: ({ configSnapshotId }, { region }) => setLast({ region, startedId: configSnapshotId }),
    onError: (error, { region }) => {
      const refusal = { code: failureCode(error), message: error.message };
      setLast((before) => ({ ...(before.region === region ? before : {}), region, refusal }));
    },
    onSettled: () =>
      Promise.all(
        [deliveryQueries.delivery(region), deliveryQueries.regions()].map(({ queryKey }) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
  const { startedId, refusal } = last.region === region ? last : {};
  return {
    deliver: (deliveryChannelName: string) => mutation.mutate({ deliveryChannelName, region }),
    startedId,
    refusal,
    dismissRefusal: () => setLast((before) => ({ ...before, refusal: undefined })),
  };
}
