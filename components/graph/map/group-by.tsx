import Select from '@cloudscape-design/components/select';
import { useQuery } from '@tanstack/react-query';
import { noFilter } from '@/components/snapshots/page/view-state';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import type { GraphPlace } from '../page/use-graph-place';

const groupings = [
  { value: 'network', label: 'Network' },
  { value: 'service', label: 'Service' },
  { value: 'type', label: 'Type' },
  { value: 'stack', label: 'Stack' },
];
const mostTags = 50;

/** What the boxes of the map stand for; tags by the keys that the snapshot has, the most frequent first. */
export function GroupBy({ place: { state, change } }: { place: GraphPlace }) {
  const { bucket, key, group } = state;
  const tags = useQuery(snapshotQueries.counts({ bucket, key, ...noFilter, by: 'tag' }));
  const keys = (tags.data?.values ?? [])
    .flatMap(({ value }) => (value === undefined ? [] : [value]))
    .slice(0, mostTags);
  const chosenTag = group.startsWith('tag:') ? [group.slice('tag:'.length)] : [];
  const options = [
    ...groupings,
    ...[...new Set([...chosenTag, ...keys])].map((tag) => ({ value: `tag:${tag}`, label: `Tag ${tag}` })),
  ];
  return (
    <div className="graph-select">
      <Select
        inlineLabelText="Group by"
        selectedOption={options.find(({ value }) => value === group) ?? null}
        options={options}
        onChange={({ detail }) =>
          change({ group: detail.selectedOption.value ?? 'network', open: [], closed: [], more: [] })
        }
        expandToViewport
      />
    </div>
  );
}
