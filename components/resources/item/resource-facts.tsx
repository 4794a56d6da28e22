'use client';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { Copyable } from '@/components/ui/copyable';
import { ResourceName } from '@/components/ui/resource-name';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { ResourceView } from '@/lib/api/contract/resources';

/** What a resource is, where it is and when that was seen. */
export function ResourceFacts({ view: { row, arn, creationTime } }: { view: ResourceView }) {
  return (
    <Container header={<Header variant="h2">Details</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'Resource ID', value: <Copyable text={row.resourceId} label="resource ID" /> },
          { label: 'Type', value: row.resourceType },
          { label: 'Name', value: <ResourceName name={row.resourceName} nameTag={row.nameTag} /> },
          { label: 'ARN', value: arn ? <Copyable text={arn} label="ARN" /> : '–' },
          { label: 'Region', value: row.awsRegion ?? '–' },
          { label: 'Availability zone', value: row.availabilityZone ?? '–' },
          { label: 'Status', value: row.status },
          { label: 'Captured', value: <UtcTime value={row.captureTime} /> },
          { label: 'Created', value: <UtcTime value={creationTime} /> },
        ]}
      />
    </Container>
  );
}
