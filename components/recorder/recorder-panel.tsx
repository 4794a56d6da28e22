'use client';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { RouteLink } from '@/components/layout/route-link';
import { countText } from '@/components/ui/bytes';
import { EmptyState } from '@/components/ui/table/empty-state';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { RecorderView } from '@/lib/api/contract/recorder';
import { LeftSource } from './left-source';
import { SourceList } from './source-list';

interface RecorderPanelProps {
  view: RecorderView;
  /** Absent for the home, of which other pages tell more. */
  region?: string;
}

/** The configuration recorder: whether it records, from which sources, and how much. */
export function RecorderPanel({ view, region }: RecorderPanelProps) {
  const { recorder } = view;
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" actions={region === undefined && <RouteLink href="/discovery">Discovery</RouteLink>}>
          Configuration recorder
        </Header>
      }
    >
      {recorder ? (
        <SpaceBetween size="l">
          <KeyValuePairs
            columns={2}
            items={[
              { label: 'Name', value: recorder.name },
              { label: 'Recording', value: <RecordingStatus recorder={recorder} /> },
              recorder.recording || !recorder.lastStopTime
                ? { label: 'Last started', value: <UtcTime value={recorder.lastStartTime} none="Never" /> }
                : { label: 'Last stopped', value: <UtcTime value={recorder.lastStopTime} /> },
              {
                label: 'Resources recorded',
                value: (
                  <>
                    {region === undefined ? (
                      <RouteLink href="/resources">{countText(view.resourceCount)}</RouteLink>
                    ) : (
                      countText(view.resourceCount)
                    )}
                    , of {countText(view.typeCount)} types
                  </>
                ),
              },
            ]}
          />
          <SourceList sources={view.sources} />
          {view.leftSources.map((source) => (
            <LeftSource key={source.name} source={source} region={region} />
          ))}
        </SpaceBetween>
      ) : (
        <EmptyState title="No configuration recorder">
          Nothing is recorded. The recorder is set up together with the delivery channel.
        </EmptyState>
      )}
    </Container>
  );
}

function RecordingStatus({ recorder }: { recorder: NonNullable<RecorderView['recorder']> }) {
  if (!recorder.recording) return <StatusIndicator type="stopped">Stopped</StatusIndicator>;
  if (recorder.lastStatus !== 'FAILURE') return <StatusIndicator type="success">Recording</StatusIndicator>;
  return (
    <>
      <StatusIndicator type="warning">Recording, with failures</StatusIndicator>
      <Box fontSize="body-s">
        {recorder.lastErrorCode && <Box variant="code">{recorder.lastErrorCode}</Box>} {recorder.lastErrorMessage}
      </Box>
    </>
  );
}
