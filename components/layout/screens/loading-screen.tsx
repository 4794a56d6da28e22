'use client';
import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';

/** What a page shows while it is on its way. */
export function LoadingScreen() {
  return (
    <Box padding="xxl" textAlign="center">
      <div role="status">
        <StatusIndicator type="loading">Loading the page</StatusIndicator>
      </div>
    </Box>
  );
}
