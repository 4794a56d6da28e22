import { countText } from '@/components/ui/bytes';
import type { Picture } from '@/lib/graph/picture';
import { changeNames, changeSigns } from '@/lib/graph/style/changes';
import { iconUrl, pinUrl } from '@/lib/graph/style/glyphs';
import { nodeStyleOf } from '@/lib/graph/style/node-style';
import { type Mode, palettes } from '@/lib/graph/style/palette';

interface LegendProps {
  picture: Picture;
  mode: Mode;
  /** How what is drawn and has no item is spoken of. */
  absent?: string;
}

/** What colour, drawing and line mean, for what is drawn. */
export function Legend({
  picture: { boxes, nodes, edges, compared },
  mode,
  absent = 'not in this snapshot',
}: LegendProps) {
  const palette = palettes[mode];
  const counts = new Map<string, number>();
  for (const { resourceType } of nodes) counts.set(resourceType, (counts.get(resourceType) ?? 0) + 1);
  const types = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  return (
    <ul aria-label="Legend" className="graph-legend">
      {types.map(([resourceType, count]) => {
        const style = nodeStyleOf(resourceType);
        return (
          <li key={resourceType} title={resourceType}>
            <span
              style={{
                backgroundColor: palette.categories[style.category],
                backgroundImage: `url("${iconUrl(style.glyph, style.service, palette.glyph)}")`,
              }}
            />
            {style.title} ({countText(count)})
          </li>
        );
      })}
      {compared &&
        changeNames.map((change) => (
          <li key={change}>
            <span style={{ border: `3px ${change === 'removed' ? 'dotted' : 'solid'} ${palette.changes[change]}` }} />
            {changeSigns[change].sign} {changeSigns[change].word}
          </li>
        ))}
      {compared && (
        <li>
          <span style={{ border: `2px solid ${palette.edge}`, opacity: 0.6 }} />
          Grey: unchanged
        </li>
      )}
      {boxes.some(({ folded }) => folded) && (
        <li>
          <span style={{ border: `4px double ${palette.quietText}` }} />
          Double border: folded, with the number of resources in it
        </li>
      )}
      {[...nodes, ...boxes].some(({ pinned }) => pinned) && (
        <li>
          <span style={{ backgroundImage: `url("${pinUrl(palette.selected)}")` }} />
          Pinned: drawn whatever is folded
        </li>
      )}
      {[...nodes, ...boxes].some(({ missing }) => missing) && (
        <li>
          <span style={{ border: `2px dashed ${palette.quietText}` }} />
          Dashed: referred to, {absent}
        </li>
      )}
      {[...nodes, ...boxes, ...edges].some(({ dimmed }) => dimmed) && (
        <li>
          <span style={{ border: `2px solid ${palette.edge}`, opacity: 0.35 }} />
          Dimmed: does not match the filter
        </li>
      )}
      {edges.some(({ derived }) => derived) && (
        <li>
          <svg width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">
            <path d="M1 6h17" stroke={palette.edge} strokeWidth="2" strokeDasharray="2 3" />
            <path d="M18 1l6 5-6 5" fill="none" stroke={palette.edge} strokeWidth="2" />
          </svg>
          Dotted, open arrow: derived from a configuration, no relationship of AWS Config
        </li>
      )}
      {edges.some(({ count }) => count !== undefined) && (
        <li>
          <svg width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">
            <path d="M1 6h24" stroke={palette.edge} strokeWidth="4" />
          </svg>
          Thick: several relationships
        </li>
      )}
    </ul>
  );
}
