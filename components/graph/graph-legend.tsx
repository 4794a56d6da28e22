import Box from '@cloudscape-design/components/box';
import { countText } from '@/components/ui/bytes';
import { iconUrl } from '@/lib/graph/style/glyphs';
import { nodeStyleOf } from '@/lib/graph/style/node-style';
import { type Mode, palettes } from '@/lib/graph/style/palette';
import { normalizeType } from '@/lib/items/resource-type';
import type { DrawnNode } from './canvas/drawing';

/** What colour, drawing and line mean, for what is drawn. */
export function GraphLegend({
  nodes,
  derived,
  mode,
  absent = 'not in this snapshot',
}: {
  nodes: readonly DrawnNode[];
  /** Whether relationships are drawn that AWS Config does not. */
  derived: boolean;
  mode: Mode;
  /** How what is drawn and has no item is spoken of. */
  absent?: string;
}) {
  const palette = palettes[mode];
  // Items may write one type in several ways.
  const counts = new Map<string, { resourceType: string; count: number }>();
  for (const { resourceType } of nodes) {
    const key = normalizeType(resourceType);
    counts.set(key, { resourceType, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const types = [...counts.values()].sort((a, b) => b.count - a.count || (a.resourceType < b.resourceType ? -1 : 1));
  return (
    <Box>
      <ul aria-label="Legend" style={{ ...row, listStyle: 'none', margin: 0, padding: 0 }}>
        {types.map(({ resourceType, count }) => {
          const style = nodeStyleOf(resourceType);
          return (
            <li key={resourceType} style={entry} title={resourceType}>
              <span
                style={{
                  ...sign,
                  backgroundColor: palette.categories[style.category],
                  backgroundImage: `url("${iconUrl(style.glyph, style.service, palette.glyph)}")`,
                }}
              />
              {style.title} ({countText(count)})
            </li>
          );
        })}
        {nodes.some(({ index }) => index === undefined) && (
          <li style={entry}>
            <span style={{ ...sign, border: `2px dashed ${palette.quietText}`, boxSizing: 'border-box' }} />
            Dashed: referred to, {absent}
          </li>
        )}
        {derived && (
          <li style={entry}>
            <span style={{ width: 24, borderTop: `2px dashed ${palette.edge}`, flex: 'none' }} />
            Dashed line: derived from a configuration, no relationship of AWS Config
          </li>
        )}
      </ul>
    </Box>
  );
}

const row = { display: 'flex', flexWrap: 'wrap', gap: '6px 18px', fontSize: 12, lineHeight: '20px' } as const;
const entry = { display: 'inline-flex', alignItems: 'center', gap: 6 } as const;
const sign = {
  background: 'center / 14px no-repeat',
  width: 20,
  height: 20,
  borderRadius: 5,
  flex: 'none',
} as const;
