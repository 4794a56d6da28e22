'use client';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { countText } from '@/components/ui/bytes';
import { FailureAlert } from '@/components/ui/failure-alert';
import type { RecorderView } from '@/lib/api/contract/recorder';
import { recorderCommands, recorderQueries } from '@/lib/api/queries/recorder';

interface LeftSourceProps {
  source: RecorderView['leftSources'][number];
  /** Absent for the home. */
  region?: string;
}

/** A source that is not read any more, and a way to end the record of what it had. */
export function LeftSource({ source, region }: LeftSourceProps) {
  const client = useQueryClient();
  const retire = useMutation({
    mutationFn: () => recorderCommands.retireSource(source.name, region),
    onSuccess: (view) => client.setQueryData(recorderQueries.recorder(region).queryKey, view),
    onSettled: () => client.invalidateQueries({ queryKey: ['resources'] }),
  });
  return (
    <Alert
      type="warning"
      statusIconAriaLabel="Warning"
      header={`Source ${source.name} is not read any more`}
      action={
        <Button onClick={() => retire.mutate()} loading={retire.isPending} loadingText="Recording">
          Record as deleted
        </Button>
      }
    >
      SNAPSCOPE_SOURCES does not name it. Its {countText(source.itemCount)} resources stay recorded and are delivered as
      they were last seen. Name it again to go on reading it, or record its resources as deleted: their history is kept.
      {retire.error && (
        <Box margin={{ top: 's' }}>
          <FailureAlert title="The resources could not be recorded as deleted" error={retire.error} />
        </Box>
      )}
    </Alert>
  );
}
