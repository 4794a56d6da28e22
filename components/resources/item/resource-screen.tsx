'use client';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { PageFrame } from '@/components/layout/page-frame';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { LoadingScreen } from '@/components/layout/screens/loading-screen';
import { JsonViewer } from '@/components/ui/code/json-viewer';
import { useUrl } from '@/components/ui/url/use-url';
import type { ResourceView } from '@/lib/api/contract/resources';
import { resourceQueries } from '@/lib/api/queries/resources';
import { readResourceUrl, readStateId, resourceHref, resourcesHref } from '../resources-url';
import { RelatedTable } from './related-table';
import { ResourceFacts } from './resource-facts';
import { ResourceGraph } from './resource-graph';
import { ResourceTimeline } from './resource-timeline';
import { TagsTable } from './tags-table';

/** One recorded resource: what it is, its tags, what it is related to, and the item as recorded. */
export function ResourceScreen() {
  const { parameters, go } = useUrl();
  const { resourceType, resourceId } = readResourceUrl(parameters);
  const stateId = readStateId(parameters);
  const resource = useQuery({
    ...resourceQueries.resource({ resourceType, resourceId, ...(stateId !== undefined && { stateId }) }),
    // From one item to another of the same resource the page stays as it is meanwhile.
    placeholderData: (last: ResourceView | undefined) => (last?.row.resourceId === resourceId ? last : undefined),
  });
  const view = resource.data;
  return (
    <PageFrame
      title={resourceId || 'Resource'}
      description={resourceType}
      parents={[
        { text: 'Resources', href: '/resources' },
        ...(resourceType ? [{ text: resourceType, href: resourcesHref({ types: [resourceType] }) }] : []),
      ]}
    >
      <SpaceBetween size="l">
        <LoadFailure title="The resource cannot be shown" query={resource} />
        {resource.isPending && <LoadingScreen />}
        {view && <ResourceFacts view={view} />}
        {view && stateId === undefined && view.related.length > 0 && (
          <ResourceGraph resourceType={resourceType} resourceId={resourceId} />
        )}
        {view && (
          <ResourceTimeline
            key={`${resourceType}/${resourceId}`}
            resourceType={resourceType}
            resourceId={resourceId}
            shown={stateId}
            onShow={(next) => go(resourceHref({ resourceType, resourceId }, next))}
          />
        )}
        {view && <RelatedTable related={view.related} />}
        {view && <TagsTable tags={view.tags} />}
        {view && (
          <Container
            header={
              <Header
                variant="h2"
                description={stateId === undefined ? undefined : 'An earlier one, chosen in the timeline.'}
              >
                Configuration item
              </Header>
            }
          >
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
