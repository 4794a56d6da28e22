'use client';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { CodeBlock } from '@/components/ui/code/code-block';
import {
  type Connection,
  cliSnippets,
  environmentSnippet,
  javascriptSnippet,
  pythonSnippet,
  type Snippet,
  secretPlace,
} from './snippets';

/** The commands and programs for each client, with this server's own address, region and channel in them. */
export function ClientTabs({ connection }: { connection: Connection }) {
  const environment: Snippet = {
    title: 'Environment variables',
    note: `Every client reads them, so that programs need no change. ${credentialsNote(connection)}`,
    text: environmentSnippet(connection),
  };
  const keyNote =
    connection.accessKeyId === undefined
      ? undefined
      : 'Takes the access key from the environment or a profile, as with AWS.';
  const tabs: { id: string; label: string; snippets: Snippet[] }[] = [
    { id: 'cli', label: 'AWS CLI', snippets: cliSnippets(connection) },
    {
      id: 'boto3',
      label: 'boto3',
      snippets: [{ title: 'Deliver and verify', note: keyNote, text: pythonSnippet(connection) }],
    },
    {
      id: 'javascript',
      label: 'JavaScript SDK',
      snippets: [{ title: 'Deliver and verify', note: keyNote, text: javascriptSnippet(connection) }],
    },
    { id: 'environment', label: 'Environment', snippets: [environment] },
  ];
  return (
    <Container header={<Header variant="h2">Clients</Header>}>
      <Tabs
        ariaLabel="Clients"
        tabs={tabs.map(({ id, label, snippets }) => ({
          id,
          label,
          content: (
            <SpaceBetween size="l">
              {snippets.map((snippet) => (
                <SnippetView key={snippet.title} {...snippet} />
              ))}
            </SpaceBetween>
          ),
        }))}
      />
    </Container>
  );
}

function credentialsNote({ accessKeyId }: Connection): string {
  if (accessKeyId === undefined) return 'Clients sign with whatever they have: any credentials will do.';
  return `Put the secret of the access key in place of ${secretPlace}.`;
}

function SnippetView({ title, note, text }: Snippet) {
  return (
    <div>
      <Box variant="h3" padding={{ bottom: 'xxs' }}>
        {title}
      </Box>
      {note && (
        <Box color="text-body-secondary" padding={{ bottom: 'xs' }}>
          {note}
        </Box>
      )}
      <CodeBlock text={text} label={title} />
    </div>
  );
}
