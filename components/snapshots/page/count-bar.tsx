import { countText } from '@/components/ui/bytes';

/** A number with a bar as long as it is large beside the most of all. */
export function CountBar({ count, most }: { count: number; most: number }) {
  return (
    <div className="count-bar">
      <span>{countText(count)}</span>
      <div aria-hidden="true">
        <div style={{ inlineSize: `${(100 * count) / Math.max(1, most)}%` }} />
      </div>
    </div>
  );
}
