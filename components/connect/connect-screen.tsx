'use client';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { PageFrame } from '@/components/layout/page-frame';
import { LoadFailure } from '@/components/layout/query/load-failure';
import type { ConnectView } from '@/lib/api/contract/connect';
import { connectQueries } from '@/lib/api/queries/connect';
import { AccessPanel } from './access-panel';
import { ClientTabs } from './client-tabs';
import { credentialsAt } from './credentials';
import { OperationsPanel } from './operations-panel';
import type { Connection } from './snippets';

const unchanging = () => () => {};

/**
 * How AWS clients reach this server: address, credentials, commands, and what they may ask.
 * @param requestOrigin the address that the page was asked for at, as the server saw it
 */
export function ConnectScreen({ requestOrigin }: { requestOrigin: string }) {
  const view = useQuery(connectQueries.connect());
  const endpoint = useSyncExternalStore(
    unchanging,
    () => window.location.origin,
    () => requestOrigin,
  );
  return (
    <PageFrame
      title="Connect"
      description="The AWS CLI, boto3 and every other AWS SDK speak to Snapscope as they speak to AWS Config: give them its address."
    >
      <LoadFailure title="The way to connect cannot be shown" query={view} />
      {view.data && (
        <SpaceBetween size="l">
          <AccessPanel view={view.data} endpoint={endpoint} credentials={credentialsAt(endpoint, view.data)} />
          <ClientTabs connection={connectionOf(view.data, endpoint)} />
          <OperationsPanel operations={view.data.operations} />
        </SpaceBetween>
      )}
    </PageFrame>
  );
}

function connectionOf({ region, accountId, channel, accessKeys }: ConnectView, endpoint: string): Connection {
  return {
    endpoint,
    region,
    accountId,
    channelName: channel?.name ?? 'default',
    bucket: channel?.s3BucketName ?? `config-bucket-${accountId}`,
    accessKeyId: accessKeys[0]?.accessKeyId,
  };
}
