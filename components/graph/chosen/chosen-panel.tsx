import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { RouteLink } from '@/components/layout/route-link';
import { ItemPanel } from '@/components/snapshots/items/item-panel';
import { viewHref } from '@/components/snapshots/page/view-state';
import { countText } from '@/components/ui/bytes';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import type { PictureBox, PictureNode } from '@/lib/graph/picture';
import { boxTitle } from '@/lib/graph/style/box-title';
import { nodeStyleOf } from '@/lib/graph/style/node-style';
import { identityKey, parseIdentity } from '@/lib/items/identity';
import { ActionButtons } from '../actions/action-buttons';
import { ImpactSummary } from '../impact/impact-summary';
import { ChangedFields } from '../map/difference/changed-fields';
import type { GraphPlace } from '../page/use-graph-place';
import { changeFacts } from '../stage/stage-words';
import { resourcesText } from '../style/captions';
import type { Found } from '../views/view';
import type { DetailsPanelProps } from './panel-props';

interface ChosenPanelProps extends DetailsPanelProps {
  /** What is chosen, unless only an item is open that is not drawn. */
  id: string | undefined;
}

/** What is chosen, over the right of the canvas: its item, or what is known of a box or of what is not in the snapshot. */
export function ChosenPanel({ place, picture, id, actions, onFound, onClose }: ChosenPanelProps) {
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
        {id !== undefined && (box ?? node) && <ActionButtons place={place} actions={actions} />}
        {id !== undefined && isResource && (node ?? box)?.change !== 'removed' && (
          <ImpactSummary document={place.state} id={id} />
        )}
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
