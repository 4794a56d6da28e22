'use client';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ConnectView } from '@/lib/api/contract/connect';

/** Which operations of AWS Config are answered, and which are not. */
export function OperationsPanel({ operations }: Pick<ConnectView, 'operations'>) {
  const supported = operations.filter((operation) => operation.supported);
  const others = operations.filter((operation) => !operation.supported);
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${supported.length} of ${operations.length})`}
          description="Recorder, delivery channel, resources and their history, queries, retention and tags."
        >
          Supported operations
        </Header>
      }
    >
      <SpaceBetween size="m">
        <NameList label="Supported operations" names={supported.map(({ name }) => name)} />
        <ExpandableSection headerText={`Not supported (${others.length})`} headerAriaLabel="Operations not supported">
          <SpaceBetween size="s">
            <div>
              Rules, conformance packs, remediation, aggregators and service-linked recorders are answered with
              UnknownOperationException.
            </div>
            <NameList label="Operations not supported" names={others.map(({ name }) => name)} />
          </SpaceBetween>
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}

function NameList({ label, names }: { label: string; names: string[] }) {
  return (
    <ul className="type-counts" aria-label={label}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
