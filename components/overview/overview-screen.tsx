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
import { overviewHref, readOverviewUrl } from '@/components/delivery/urls';
import { useDeliver } from '@/components/delivery/use-deliver';
import { PageFrame } from '@/components/layout/page-frame';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { LoadingScreen } from '@/components/layout/screens/loading-screen';
import { FirstRecording } from '@/components/recorder/first-recording';
import { RecorderPanel } from '@/components/recorder/recorder-panel';
import { useUrl } from '@/components/ui/url/use-url';
import { deliveryQueries } from '@/lib/api/queries/delivery';
import { recorderQueries } from '@/lib/api/queries/recorder';
import { OtherFailures } from './other-failures';
import { RegionSelect } from './region-select';
import { RegionsTable } from './regions-table';

/**
 * The first page: is everything recorded and delivered, and the button that delivers now. Where several Regions are recorded it is about
 * the one that its URL names, the home without a name, and says how deliveries go in all of them.
 */
export function OverviewScreen() {
  const { parameters, go } = useUrl();
  const region = readOverviewUrl(parameters);
  const delivery = useQuery(deliveryQueries.delivery(region));
  const recorder = useQuery(recorderQueries.recorder(region));
  const regions = useQuery(deliveryQueries.regions()).data?.regions ?? [];
  const { deliver, startedId, refusal, dismissRefusal } = useDeliver(region);
  const shown = region ?? regions[0]?.region ?? '';
  const channel = delivery.data?.channel;

  return (
    <PageFrame
      title="Overview"
      description="Configuration snapshots of the recorded resources, and how their delivery goes."
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {regions.length > 1 && (
            <RegionSelect
              regions={regions.map((one) => one.region)}
              chosen={shown}
              choose={(chosen) => go(overviewHref(chosen === regions[0]?.region ? undefined : chosen))}
            />
          )}
          <Button
            variant="primary"
            disabled={!channel}
            disabledReason={delivery.data ? 'No delivery channel is set up.' : 'The delivery channel is not known yet.'}
            onClick={() => channel && deliver(channel.name)}
          >
            Deliver snapshot
          </Button>
        </SpaceBetween>
      }
    >
      {delivery.data && <ShownDelivery key={shown} view={delivery.data} startedId={startedId} />}
      {recorder.data && region === undefined && <FirstRecording view={recorder.data} />}
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
        <LoadFailure title="The delivery channel cannot be shown" query={delivery} />
        {delivery.data && <FailureAlerts view={delivery.data} />}
        <OtherFailures regions={regions} shown={shown} />
        <Grid gridDefinition={[{ colspan: { default: 12, m: 6 } }, { colspan: { default: 12, m: 6 } }]}>
          {delivery.data ? (
            <ChannelPanel view={delivery.data} region={region} />
          ) : (
            <div>{delivery.isPending && <LoadingScreen />}</div>
          )}
          {recorder.data ? (
            <RecorderPanel view={recorder.data} region={region} />
          ) : (
            // One cause seldom needs two alerts: without either, the one above tells it.
            delivery.data && <LoadFailure title="The recorder cannot be shown" query={recorder} />
          )}
        </Grid>
        {regions.length > 1 && <RegionsTable regions={regions} />}
        {delivery.data && <FormatsTable view={delivery.data} />}
        {delivery.data && <AttemptsTable attempts={delivery.data.recent} />}
      </SpaceBetween>
    </PageFrame>
  );
}
