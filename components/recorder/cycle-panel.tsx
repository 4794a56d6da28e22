'use client';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { RouteLink } from '@/components/layout/route-link';
import { countText } from '@/components/ui/bytes';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { RecorderView } from '@/lib/api/contract/recorder';
import { cycleProgress } from './cycle-progress';

/** The cycle that runs, with how far it is, or when the next one comes. */
export function CyclePanel({ view }: { view: RecorderView }) {
  const { cycle, recorder } = view;
  const progress = cycleProgress(view.sources);
  return (
    <Container header={<Header variant="h2">Cycle</Header>}>
      <SpaceBetween size="m">
        {cycle.runningSince && (
          <ProgressBar
            label="Reading the sources"
            value={progress.percent}
            additionalInfo={`${countText(progress.found)} resources found`}
            description={
              progress.listings > 1
                ? `${countText(progress.ended)} of ${countText(progress.listings)} types read`
                : undefined
            }
          />
        )}
        <KeyValuePairs
          columns={3}
          items={[
            { label: 'State', value: <CycleState view={view} /> },
            cycle.runningSince
              ? { label: 'Running since', value: <UtcTime value={cycle.runningSince} /> }
              : {
                  label: 'Next cycle',
                  value: recorder?.recording ? (
                    <UtcTime value={cycle.nextAt} none="When asked for" />
                  ) : (
                    'None: recording is off'
                  ),
                },
            {
              label: 'Resources recorded',
              value: (
                <>
                  <RouteLink href="/resources">{countText(view.resourceCount)}</RouteLink>, of{' '}
                  {countText(view.typeCount)} types
                </>
              ),
            },
          ]}
        />
      </SpaceBetween>
    </Container>
  );
}

function CycleState({ view: { recorder, cycle } }: { view: RecorderView }) {
  if (cycle.runningSince) return <StatusIndicator type="in-progress">Discovering</StatusIndicator>;
  if (!recorder) return <StatusIndicator type="stopped">No recorder</StatusIndicator>;
  if (!recorder.recording) return <StatusIndicator type="stopped">Recording is off</StatusIndicator>;
  if (recorder.lastStatus === 'FAILURE')
    return <StatusIndicator type="warning">Last cycle had failures</StatusIndicator>;
  if (recorder.lastStatus === 'PENDING') return <StatusIndicator type="pending">Waiting</StatusIndicator>;
  return <StatusIndicator type="success">Last cycle went well</StatusIndicator>;
}
