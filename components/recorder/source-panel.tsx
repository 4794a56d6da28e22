'use client';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { countText } from '@/components/ui/bytes';
import type { RecorderView } from '@/lib/api/contract/recorder';
import { ListingsTable } from './listings-table';
import { SourceList } from './source-list';

/** One source: how it was read as a whole, and, where it has listings, how each of them was. */
export function SourcePanel({ source }: { source: RecorderView['sources'][number] }) {
  // A type that needs several calls names all that may be missing.
  const lacking = [
    ...new Set(source.listings.flatMap(({ missingPermission }) => missingPermission?.split(', ') ?? [])),
  ].sort();
  if (source.listings.length === 0) {
    return (
      <Container header={<Header variant="h2">{`Source ${source.name}`}</Header>}>
        <SourceList sources={[source]} />
      </Container>
    );
  }
  return (
    <SpaceBetween size="l">
      {lacking.length > 0 && (
        <Alert type="warning" statusIconAriaLabel="Warning" header="Permissions are missing">
          The credentials of the source {source.name} may lack{' '}
          {lacking.length === 1 ? 'a permission' : `${countText(lacking.length)} permissions`}. What was recorded of
          these types stays as it was. Allow:{' '}
          {lacking.map((permission, index) => (
            <span key={permission}>
              {index > 0 && ', '}
              <Box variant="code">{permission}</Box>
            </span>
          ))}
        </Alert>
      )}
      <ListingsTable source={source} />
    </SpaceBetween>
  );
}
