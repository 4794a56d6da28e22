'use client';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ConnectView } from '@/lib/api/contract/connect';

/** How each operation of AWS Config is answered. */
export function OperationsPanel({ operations }: Pick<ConnectView, 'operations'>) {
  const namesOf = (support: ConnectView['operations'][number]['support']) =>
    operations.filter((operation) => operation.support === support).map(({ name }) => name);
  const supported = namesOf('yes');
  const answeredNone = namesOf('none');
  const others = [...namesOf('refused'), ...namesOf('no')];
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${supported.length} of ${operations.length})`}
          description="Recorder, delivery channel, resources and their history, queries, aggregators, retention and tags."
        >
          Supported operations
        </Header>
      }
    >
      <SpaceBetween size="m">
        <NameList label="Supported operations" names={supported} />
        <ExpandableSection
          headerText={`Answered with none (${answeredNone.length})`}
          headerAriaLabel="Operations answered with none"
        >
          <SpaceBetween size="s">
            <div>
              Snapscope does not evaluate rules. Whoever asks for rules, conformance packs, remediation or compliance
              gets empty lists, and AWS&apos;s error for a name.
            </div>
            <NameList label="Operations answered with none" names={answeredNone} />
          </SpaceBetween>
        </ExpandableSection>
        <ExpandableSection headerText={`Not supported (${others.length})`} headerAriaLabel="Operations not supported">
          <SpaceBetween size="s">
            <div>
              What would put or start rules is refused with a message that says so. Operations of service-linked
              recorders and connectors are answered with UnknownOperationException.
            </div>
            <NameList label="Operations not supported" names={others} />
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
