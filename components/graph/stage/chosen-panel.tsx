import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RouteLink } from '@/components/layout/route-link';
import { ItemPanel } from '@/components/snapshots/items/item-panel';
import { viewHref } from '@/components/snapshots/page/view-state';
import { countText } from '@/components/ui/bytes';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import type { Picture, PictureBox, PictureNode } from '@/lib/graph/picture';
import { boxTitle } from '@/lib/graph/style/box-title';
import { nodeStyleOf } from '@/lib/graph/style/node-style';
import { identityKey, parseIdentity } from '@/lib/items/identity';
import { ImpactSummary } from '../impact/impact-summary';
import { ChangedFields } from '../map/difference/changed-fields';
import type { GraphState } from '../page/graph-url';
import type { GraphPlace } from '../page/use-graph-place';
import { resourcesText } from '../style/captions';
import { viewsOfResource } from '../views/of-resource';
import type { Found } from '../views/view';
import { changeFacts } from './stage-words';

interface ChosenPanelProps {
  place: GraphPlace;
  picture: Picture;
  /** What is chosen, unless only an item is open that is not drawn. */
  id: string | undefined;
  actionsFor?: ((id: string) => ReactNode) | undefined;
  onFound(found: Found): void;
  onClose(): void;
}

/** What is chosen, over the right of the canvas: its item, or what is known of a box or of what is not in the snapshot. */
export function ChosenPanel({ place, picture, id, actionsFor, onFound, onClose }: ChosenPanelProps) {
  const { item } = place.state;
  const box = picture.boxes.find((each) => each.id === id);
  const node = picture.nodes.find((each) => each.id === id);
  // Another item that is related opens in its place, and is chosen where it is drawn.
  const itemPlace = {
    ...place,
    href: (to: { item: number }) => place.href({ ...to, chosen: undefined, details: false }),
  };
  const isResource = node !== undefined || (box?.resourceType !== undefined && box.kind !== 'alike');
  return (
    <aside className="graph-panel" aria-label="Details">
      <Header
        variant="h2"
        actions={<Button variant="icon" iconName="close" ariaLabel="Close the details" onClick={onClose} />}
      >
        {box && box.kind !== 'alike' ? 'Box' : box ? 'Alike' : 'Resource'}
      </Header>
      <SpaceBetween size="m">
        {id !== undefined && isResource && <ResourceActions place={place} id={id} />}
        {id !== undefined && isResource && (node ?? box)?.change !== 'removed' && (
          <ImpactSummary bucket={place.state.bucket} objectKey={place.state.key} id={id} />
        )}
        {id !== undefined && (box ?? node) && actionsFor?.(id)}
        {item !== undefined && id === undefined && <ShowItem place={place} index={item} onFound={onFound} />}
        {item !== undefined && <ItemPanel view={itemPlace} itemIndex={item} />}
        {(node ?? box)?.change && <ChangeFacts place={place} thing={node ?? box} />}
        {item === undefined && id !== undefined && !box && <Reference id={id} missing={node?.missing === true} />}
        {box && (item === undefined || box.types?.length) && (
          <BoxFacts
            title={boxTitle(box)}
            withTitle={item === undefined}
            count={box.count}
            types={box.types ?? []}
            missing={box.missing === true}
          />
        )}
      </SpaceBetween>
    </aside>
  );
}

/** Brings the item that is open into the picture. */
function ShowItem({ place, index, onFound }: { place: GraphPlace; index: number; onFound(found: Found): void }) {
  const { bucket, key } = place.state;
  const item = useQuery(snapshotQueries.item({ bucket, key, index }));
  if (!item.data) return null;
  const { awsAccountId: accountId = '', awsRegion: region = '', resourceType, resourceId } = item.data.row;
  const id = identityKey({ accountId, region, resourceType, resourceId });
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Button iconName="location-pin" onClick={() => onFound({ id, index, path: [] })}>
        Show in the graph
      </Button>
      <Box color="text-body-secondary">It is not drawn.</Box>
    </SpaceBetween>
  );
}

/** The other views of a resource. */
function ResourceActions({ place, id }: { place: GraphPlace; id: string }) {
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {viewsOfResource
        .filter(({ title: _, ...to }) => !isAlready(place.state, { ...to, focus: [id] }))
        .map(({ title, ...to }) => (
          <Button key={title} href={place.href({ ...to, focus: [id], ...opened(to.view, id) })} onFollow={place.follow}>
            {title}
          </Button>
        ))}
    </SpaceBetween>
  );
}

/** Whether the page shows just that. */
function isAlready(state: GraphState, to: Partial<GraphState>): boolean {
  return Object.entries(to).every(
    ([name, value]) => JSON.stringify(state[name as keyof GraphState]) === JSON.stringify(value),
  );
}

/** What depends on what is told in words beside the picture: the item makes room for them. */
function opened(view: GraphState['view'], id: string): Partial<GraphState> {
  if (view === 'impact') return { chosen: id, item: undefined, details: false, list: true };
  return view === 'path' ? { chosen: id, item: undefined, details: false } : { chosen: id };
}

/** What became of a resource since the snapshot that the map is compared with. */
function ChangeFacts({ place, thing }: { place: GraphPlace; thing: PictureBox | PictureNode | undefined }) {
  const { bucket, against } = place.state;
  const { change, before, index } = thing ?? {};
  if (change === undefined) return null;
  return (
    <SpaceBetween size="xs">
      <StatusIndicator type={change === 'removed' ? 'error' : change === 'added' ? 'success' : 'warning'}>
        {changeFacts[change]}
      </StatusIndicator>
      {change === 'changed' && before !== undefined && index !== undefined && (
        <ChangedFields place={place} before={before} after={index} most={50} />
      )}
      {change === 'removed' && before !== undefined && against !== undefined && (
        <RouteLink href={viewHref({ bucket, key: against, item: before })}>Its item in the earlier snapshot</RouteLink>
      )}
    </SpaceBetween>
  );
}

/** What is known of a resource without an item. */
function Reference({ id, missing }: { id: string; missing: boolean }) {
  const identity = parseIdentity(id);
  return (
    <SpaceBetween size="m">
      <Box variant="h3" padding="n">
        <span style={{ overflowWrap: 'anywhere' }}>{identity?.resourceId ?? id}</span>
      </Box>
      {missing && <StatusIndicator type="info">Referred to, but not in this snapshot</StatusIndicator>}
      {identity && (
        <KeyValuePairs
          columns={2}
          items={[
            { label: 'Type', value: nodeStyleOf(identity.resourceType).title },
            { label: 'Account', value: identity.accountId || '–' },
            { label: 'Region', value: identity.region || '–' },
          ]}
        />
      )}
    </SpaceBetween>
  );
}

interface BoxFactsProps {
  title: string;
  withTitle: boolean;
  count: number;
  types: readonly { resourceType: string; count: number }[];
  missing: boolean;
}

function BoxFacts({ title, withTitle, count, types, missing }: BoxFactsProps) {
  return (
    <SpaceBetween size="s">
      {withTitle && (
        <Box variant="h3" padding="n">
          <span style={{ overflowWrap: 'anywhere' }}>{title}</span>
        </Box>
      )}
      {missing && <StatusIndicator type="info">Referred to, but not in this snapshot</StatusIndicator>}
      {types.length > 0 && (
        <>
          <Box variant="h4" padding="n">
            {resourcesText(count)} in it
          </Box>
          <ul className="graph-counts" aria-label={`Resources in ${title}, by type`}>
            {types.map((type) => (
              <li key={type.resourceType}>
                <span>{nodeStyleOf(type.resourceType).title}</span>
                <span>{countText(type.count)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </SpaceBetween>
  );
}
