import Button from '@cloudscape-design/components/button';
import { objectName } from '@/components/buckets/folder-trail';
import { RouteLink } from '@/components/layout/route-link';
import { compareHref } from '@/components/snapshots/compare/compare-url';
import type { MapView } from '@/lib/api/contract/map';
import { changesText, changesWords } from '@/lib/graph/style/changes';
import type { GraphPlace } from '../../page/use-graph-place';

interface ComparedWithProps {
  place: GraphPlace;
  /** The key of the earlier snapshot. */
  against: string;
  /** Of all resources of both; undefined until they are compared. */
  changes: MapView['changes'];
}

/** What the map is compared with, how much differs, and the ways out of it: to the list of what differs, and back to the map alone. */
export function ComparedWith({ place: { state, change }, against, changes }: ComparedWithProps) {
  const { bucket, key } = state;
  const differs = changes && changes.added + changes.removed + changes.changed > 0;
  return (
    <div className="graph-compared">
      <span className="one-line" title={against}>
        Compared with{' '}
        <RouteLink href={compareHref({ bucket, key: against, otherKey: key })}>{objectName(against)}</RouteLink>
      </span>
      {changes && (
        <span className="one-line" title={differs ? changesWords(changes) : undefined}>
          {differs ? changesText(changes) : 'Nothing differs'}
        </span>
      )}
      <Button
        variant="icon"
        iconName="close"
        ariaLabel="Stop comparing"
        onClick={() => change({ against: undefined })}
      />
    </div>
  );
}
