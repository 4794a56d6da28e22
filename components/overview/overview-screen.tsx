'use client';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Grid from '@cloudscape-design/components/grid';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { AttemptsTable } from '@/components/delivery/attempt/attempts-table';
import { ChannelPanel } from '@/components/delivery/channel/channel-panel';
import { FormatsTable } from '@/components/delivery/channel/formats-table';
import { FailureAlerts } from '@/components/delivery/failure-alerts';
import { ShownDelivery } from '@/components/delivery/shown-delivery';
import { useDeliver } from '@/components/delivery/use-deliver';
import { PageFrame } from '@/components/layout/page-frame';
import { QueryFailure } from '@/components/layout/query/query-failure';
import { LoadingScreen } from '@/components/layout/screens/loading-screen';
import { FirstRecording } from '@/components/recorder/first-recording';
import { RecorderPanel } from '@/components/recorder/recorder-panel';
import { deliveryQueries } from '@/lib/api/queries/delivery';
import { recorderQueries } from '@/lib/api/queries/recorder';

/** The first page: is everything recorded and delivered, and the button that delivers now. */
export function OverviewScreen() {
  const delivery = useQuery(deliveryQueries.delivery());
  const recorder = useQuery(recorderQueries.recorder());
  const { deliver, startedId, refusal, dismissRefusal } = useDeliver();
  const channel = delivery.data?.channel;

  return (
    <PageFrame
      title="Overview"
      description="Configuration snapshots of the recorded resources, and how their delivery goes."
      actions={
        <Button
          variant="primary"
          disabled={!channel}
          disabledReason={delivery.data ? 'No delivery channel is set up.' : 'The delivery channel is not known yet.'}
          onClick={() => channel && deliver(channel.name)}
        >
          Deliver snapshot
        </Button>
      }
    >
      {delivery.data && <ShownDelivery view={delivery.data} startedId={startedId} />}
      {recorder.data && <FirstRecording view={recorder.data} />}
      <SpaceBetween size="l">
        {refusal && (
          <Alert
            type="warning"
            header="No new delivery was started"
            dismissible
            dismissAriaLabel="Dismiss"
            onDismiss={dismissRefusal}
          >
            <div role="alert">
              {refusal.message} <Box variant="code">{refusal.code}</Box>
            </div>
          </Alert>
        )}
        <QueryFailure title="The delivery channel cannot be shown" query={delivery} />
        {delivery.data && <FailureAlerts view={delivery.data} />}
        <Grid gridDefinition={[{ colspan: { default: 12, m: 6 } }, { colspan: { default: 12, m: 6 } }]}>
          {delivery.data ? <ChannelPanel view={delivery.data} /> : <div>{delivery.isPending && <LoadingScreen />}</div>}
          {recorder.data ? (
            <RecorderPanel view={recorder.data} />
          ) : (
            // One cause seldom needs two alerts: without either, the one above tells it.
            delivery.data && <QueryFailure title="The recorder cannot be shown" query={recorder} />
          )}
        </Grid>
        {delivery.data && <FormatsTable view={delivery.data} />}
        {delivery.data && <AttemptsTable attempts={delivery.data.recent} />}
      </SpaceBetween>
    </PageFrame>
  );
}
