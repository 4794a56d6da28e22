import Select from '@cloudscape-design/components/select';
import { useQuery } from '@tanstack/react-query';
import { countText } from '@/components/ui/bytes';
import { utcText } from '@/components/ui/time/time';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import type { GraphPlace } from '../page/use-graph-place';

const newest = { value: '', label: 'Newest' };

/** The moment that is shown, where a document has several states of a resource or tells of its deletion: one at which items were captured. */
export function MomentSelect({ place: { state, change } }: { place: GraphPlace }) {
  const { bucket, key, partial, at } = state;
  const document = useQuery(snapshotQueries.document({ bucket, key, partial }));
  const { older = 0, deleted = 0 } = document.data?.states ?? {};
  const isOffered = older + deleted > 0 || at !== undefined;
  const moments = useQuery({ ...snapshotQueries.moments({ bucket, key, at }), enabled: isOffered });
  if (!isOffered) return null;
  const options = [
    newest,
    ...(moments.data?.moments ?? []).map((moment) => ({
      value: moment.at,
      label: utcText(moment.at),
      description: `${countText(moment.items)} ${moment.items === 1 ? 'item' : 'items'}`,
    })),
  ];
  // A moment out of the URL may lie between two.
  if (at !== undefined && !options.some(({ value }) => value === at)) options.push({ value: at, label: utcText(at) });
  return (
    <div className="graph-select">
      <Select
        inlineLabelText="As of"
        selectedOption={options.find(({ value }) => value === (at ?? '')) ?? null}
        options={options}
        statusType={moments.isPending ? 'loading' : 'finished'}
        onChange={({ detail }) => change({ at: detail.selectedOption.value || undefined })}
        expandToViewport
      />
    </div>
  );
}
