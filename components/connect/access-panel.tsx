'use client';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { Copyable } from '@/components/ui/copyable';
import type { ConnectView } from '@/lib/api/contract/connect';
import type { Credentials } from './credentials';

interface AccessPanelProps {
  view: ConnectView;
  endpoint: string;
  credentials: Credentials;
}

/** Where clients call, for which account and region, and what they must sign with. */
export function AccessPanel({ view, endpoint, credentials }: AccessPanelProps) {
  return (
    <Container header={<Header variant="h2">Address and credentials</Header>}>
      <SpaceBetween size="l">
        {credentials === 'refused' && (
          <Alert type="warning" header="AWS clients are not answered at this address">
            No access keys are configured, so only this machine is answered, at a loopback address such as 127.0.0.1.
            Set <Box variant="code">SNAPSCOPE_ACCESS_KEYS</Box> and start Snapscope again to serve others.
          </Alert>
        )}
        <KeyValuePairs
          columns={3}
          items={[
            { label: 'Endpoint', value: <Copyable text={endpoint} label="endpoint" /> },
            { label: 'Region', value: <Copyable text={view.region} label="region" /> },
            { label: 'Account', value: <Copyable text={view.accountId} label="account ID" /> },
            { label: 'Delivery channel', value: view.channel?.name ?? 'None yet: put one first' },
            { label: 'Credentials', value: <CredentialsText view={view} credentials={credentials} /> },
            ...(view.accessKeys.length > 0
              ? [{ label: 'Access key IDs', value: <KeyList accessKeys={view.accessKeys} /> }]
              : []),
          ]}
        />
      </SpaceBetween>
    </Container>
  );
}

function CredentialsText({ view, credentials }: Pick<AccessPanelProps, 'view' | 'credentials'>) {
  if (credentials === 'keys') {
    const count = view.accessKeys.length;
    return (
      <>
        <StatusIndicator type="success">Access key needed</StatusIndicator>
        <div>
          Signatures are verified: sign with {count === 1 ? 'the access key' : `one of the ${count} access keys`} of
          this server.
        </div>
      </>
    );
  }
  if (credentials === 'any') {
    return (
      <>
        <StatusIndicator type="info">Any will do</StatusIndicator>
        <div>No access keys are configured, so nothing is verified, and only this machine is answered.</div>
      </>
    );
  }
  return <StatusIndicator type="warning">No access keys are configured</StatusIndicator>;
}

function KeyList({ accessKeys }: Pick<ConnectView, 'accessKeys'>) {
  return (
    <ul className="plain-list" aria-label="Access key IDs">
      {accessKeys.map(({ accessKeyId, accountId }) => (
        <li key={accessKeyId}>
          <Copyable text={accessKeyId} label={`access key ID ${accessKeyId}`} /> in account {accountId}
        </li>
      ))}
    </ul>
  );
}
