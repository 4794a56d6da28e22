'use client';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { LoadingScreen } from '@/components/layout/loading-screen';
import { PageFrame } from '@/components/layout/page-frame';
import { QueryFailure } from '@/components/layout/query-failure';
import { JsonViewer } from '@/components/ui/json-viewer';
import { queries } from '@/lib/api/queries';
import { RelatedTable } from './related-table';
import { ResourceFacts } from './resource-facts';
import { ResourceGraph } from './resource-graph';
import { readResourceAddress, resourcesAddress } from './resources-address';
import { TagsTable } from './tags-table';

/** One recorded resource: what it is, its tags, what it is related to, and the item as recorded. */
export function ResourceScreen() {
  const parameters = useSearchParams();
  const { resourceType, resourceId } = readResourceAddress(parameters);
  const resource = useQuery(queries.resource({ resourceType, resourceId }));
  const view = resource.data;
  return (
    <PageFrame
      title={resourceId || 'Resource'}
      description={resourceType}
      parents={[
        { text: 'Resources', href: '/resources' },
        ...(resourceType ? [{ text: resourceType, href: resourcesAddress({ types: [resourceType] }) }] : []),
      ]}
    >
      <SpaceBetween size="l">
        <QueryFailure title="The resource cannot be shown" query={resource} />
        {resource.isPending && <LoadingScreen />}
        {view && <ResourceFacts view={view} />}
        {view && view.related.length > 0 && <ResourceGraph resourceType={resourceType} resourceId={resourceId} />}
        {view && <RelatedTable related={view.related} />}
        {view && <TagsTable tags={view.tags} />}
        {view && (
          <Container header={<Header variant="h2">Configuration item</Header>}>
            <JsonViewer
              text={view.json}
              fileName={`${fileNameOf(resourceId)}.json`}
              ariaLabel={`JSON of ${resourceId}`}
            />
          </Container>
        )}
      </SpaceBetween>
    </PageFrame>
  );
}

/** An id may be an ARN or hold a path: what file systems do not take becomes a hyphen. */
function fileNameOf(resourceId: string): string {
  return resourceId.replace(/[^\w.-]+/g, '-').slice(0, 120);
}
