'use client';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { FailureAlert } from '@/components/ui/failure-alert';
import { recorderQueries } from '@/lib/api/queries/recorder';
import { useOperation } from '../use-operation';

/** Whether the recorder records, and the button that starts or stops it. Both take effect at once. */
export function RecordingSwitch({ name }: { name: string }) {
  const view = useQuery(recorderQueries.recorder());
  const change = useOperation();
  const recorder = view.data?.recorder;
  if (!recorder) return null;
  const operation = recorder.recording ? 'StopConfigurationRecorder' : 'StartConfigurationRecorder';
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Button
              variant={recorder.recording ? 'normal' : 'primary'}
              loading={change.isPending}
              loadingText={recorder.recording ? 'Stopping' : 'Starting'}
              onClick={() => change.mutate({ operation, input: { ConfigurationRecorderName: name } })}
            >
              {recorder.recording ? 'Stop recording' : 'Start recording'}
            </Button>
          }
        >
          Recording
        </Header>
      }
    >
      <SpaceBetween size="s">
        {change.error && (
          <FailureAlert
            title={recorder.recording ? 'Recording was not stopped' : 'Recording was not started'}
            error={change.error}
          />
        )}
        {recorder.recording ? (
          <StatusIndicator type="success">Recording is on</StatusIndicator>
        ) : (
          <StatusIndicator type="stopped">Recording is off: nothing is recorded or delivered</StatusIndicator>
        )}
      </SpaceBetween>
    </Container>
  );
}
