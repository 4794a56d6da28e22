import Button from '@cloudscape-design/components/button';
import { countText } from '@/components/ui/bytes';
import type { DerivedProgress } from '@/lib/api/contract/graph';

/** Says that derived relationships are still read, or why that failed; nothing once they are there. */
export function DerivedNotice({ derived, onRetry }: { derived: DerivedProgress; onRetry(): void }) {
  const { state, read, total, message } = derived;
  if (state === 'ready' || state === 'unread') return null;
  if (state === 'failed') {
    return (
      <div className="graph-status" role="alert">
        Derived relationships could not be read: {message} <Button onClick={onRetry}>Try again</Button>
      </div>
    );
  }
  return (
    <div className="graph-status" role="status">
      Reading derived relationships: {countText(read)} of {countText(total)} items. Until then, only recorded ones
      count.
    </div>
  );
}
