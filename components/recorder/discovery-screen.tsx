'use client';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { PageFrame } from '@/components/layout/page-frame';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { LoadingScreen } from '@/components/layout/screens/loading-screen';
import { FailureAlert } from '@/components/ui/failure-alert';
import { recorderQueries } from '@/lib/api/queries/recorder';
import { CyclePanel } from './cycle-panel';
import { LeftSource } from './left-source';
import { SourcePanel } from './source-panel';
import { useDiscover } from './use-discover';

/** How resources are found: the cycle that runs or comes, and how each listing of each source went. */
export function DiscoveryScreen() {
  const recorder = useQuery(recorderQueries.recorder());
  const discover = useDiscover();
  const view = recorder.data;
  const running = view?.cycle.runningSince !== undefined;
  const off = view && !view.recorder?.recording;
  return (
    <PageFrame
      title="Discovery"
      description="The sources of resources, and the result of the last reading of each type."
      actions={
        <Button
          variant="primary"
          loading={discover.isPending || running}
          loadingText="Discovering"
          disabled={!view || off}
          disabledReason={view ? 'The recorder is off: start it in the settings.' : 'The recorder is not known yet.'}
          onClick={() => discover.mutate()}
        >
          Discover now
        </Button>
      }
    >
      <SpaceBetween size="l">
        <LoadFailure title="The recorder cannot be shown" query={recorder} />
        {recorder.isPending && <LoadingScreen />}
        {discover.error && <FailureAlert title="No discovery was started" error={discover.error} />}
        {view && <CyclePanel view={view} />}
        {view?.sources.map((source) => (
          <SourcePanel key={source.name} source={source} />
        ))}
        {view?.leftSources.map((source) => (
          <LeftSource key={source.name} source={source} />
        ))}
      </SpaceBetween>
    </PageFrame>
  );
}
