'use client';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ByteSize } from '@/components/ui/byte-size';
import { Copyable } from '@/components/ui/copyable';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { ObjectView } from '@/lib/api/contract/buckets';
import { KindBadge } from './kind-badge';

function given(label: string, value: string | undefined): KeyValuePairsProps.Item[] {
  return value ? [{ label, value }] : [];
}

/** What the store says of an object, and what its key tells where AWS Config named it. */
export function ObjectProperties({ object }: { object: ObjectView }) {
  const items: KeyValuePairsProps.Item[] = [
    { label: 'Kind', value: <KindBadge kind={object.kind} /> },
    { label: 'Size', value: <ByteSize bytes={object.size} /> },
    { label: 'Last modified', value: <UtcTime value={object.lastModified} /> },
    ...given('Account', object.accountId),
    ...given('Region', object.region),
    ...given('Snapshot ID', object.configSnapshotId),
    ...given('Storage class', object.storageClass),
    ...given('Content type', object.contentType),
    ...given('Content encoding', object.contentEncoding),
    { label: 'Encryption', value: object.serverSideEncryption ?? 'Not stated by the store' },
    { label: 'ETag', value: <span style={{ overflowWrap: 'anywhere' }}>{object.etag}</span> },
  ];
  return (
    <Container header={<Header variant="h2">Properties</Header>}>
      <SpaceBetween size="l">
        <div>
          <Box variant="awsui-key-label">Key</Box>
          <span style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            <Copyable text={object.key} label="key" />
          </span>
        </div>
        <KeyValuePairs columns={3} items={items} />
      </SpaceBetween>
    </Container>
  );
}
