import { useQuery } from '@tanstack/react-query';
import { comparisonQueries } from '@/lib/api/queries/comparison';
import type { GraphPlace } from '../../page/use-graph-place';

interface ChangedFieldsProps {
  place: GraphPlace;
  /** Places of the resource's items in the earlier and in the later file. */
  before: number;
  after: number;
  /** At most so many are told. */
  most: number;
}

/** What changed of a resource between the two snapshots of a map, field by field. */
export function ChangedFields({ place, before, after, most }: ChangedFieldsProps) {
  const { bucket, key, against = '' } = place.state;
  const item = useQuery(comparisonQueries.comparedItem({ bucket, key: against, otherKey: key, before, after }));
  if (item.error) return <div>What changed could not be read.</div>;
  if (!item.data) return <div>Reading what changed</div>;
  const { changes, more } = item.data;
  const left = Math.max(0, changes.length - most) + more;
  return (
    <ul aria-label="What changed" className="graph-words">
      {changes.slice(0, most).map(({ section, path, previous, updated }) => (
        <li key={`${section} ${path}`}>
          {path || section}: {previous ?? 'absent'} → {updated ?? 'absent'}
        </li>
      ))}
      {left > 0 && <li>{left.toLocaleString('en')} more</li>}
    </ul>
  );
}
