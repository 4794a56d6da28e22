import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { countText } from '@/components/ui/bytes';
import type { Drawing } from './canvas/drawing';
import { limits } from './canvas/use-drawing';

interface GraphNoticeProps {
  drawing: Drawing;
  /** Resources of the chosen types in the snapshot. */
  total: number;
  /** Names of the resources that the graph grows from. */
  focus: readonly string[];
  typesChosen: boolean;
  limit: number;
  loading: boolean;
  onLimit(limit: number): void;
  onWhole(): void;
  onAllTypes(): void;
}

/** How much of the snapshot is drawn, and the way to more of it. */
export function GraphNotice(props: GraphNoticeProps) {
  const { drawing, total, focus, typesChosen, limit, loading, onLimit, onWhole, onAllTypes } = props;
  const drawn = drawing.nodes.length;
  const cut = drawn < total;
  const nextLimit = limits.find((each) => each > limit);
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <LiveRegion tagName="span">
        <Box variant="span" fontWeight="bold">
          {cut ? `${countText(drawn)} of ${countText(total)} resources drawn` : `${countText(drawn)} resources drawn`}
        </Box>
        <Box variant="span" color="text-body-secondary">
          {explanation(props)}
        </Box>
      </LiveRegion>
      {focus.length > 0 && <Button onClick={onWhole}>Draw the whole snapshot</Button>}
      {cut && focus.length === 0 && nextLimit !== undefined && (
        <Button onClick={() => onLimit(nextLimit)} loading={loading}>
          {`Draw up to ${countText(nextLimit)}`}
        </Button>
      )}
      {drawn === 0 && typesChosen && <Button onClick={onAllTypes}>Draw all types</Button>}
    </SpaceBetween>
  );
}

function explanation({ drawing, total, focus, typesChosen, limit }: GraphNoticeProps): string {
  const [first, ...others] = focus;
  if (drawing.nodes.length === 0) {
    if (first !== undefined) return `. ${first} is not in this snapshot.`;
    return typesChosen ? '. This snapshot has none of the chosen types.' : '. This snapshot has no resources.';
  }
  if (first !== undefined)
    return `: ${first}${others.length ? ` and ${others.length} more` : ''} with what they relate to.`;
  if (drawing.edges.length === 0) return '. None of them is related to another.';
  if (drawing.nodes.length >= total) return '.';
  const most = limit >= (limits.at(-1) ?? 0) ? ' To see others, choose types, or' : ' Choose types, or';
  return `, the best connected first.${most} double-click a resource to add what it relates to.`;
}
