'use client';
import Multiselect from '@cloudscape-design/components/multiselect';
import TextFilter from '@cloudscape-design/components/text-filter';
import { countText } from '@/components/ui/bytes';
import { useTyped } from '@/components/ui/use-typed';
import type { ResourcesRequest, ResourcesView } from '@/lib/api/contract/resources';

interface ResourcesFilterProps {
  request: ResourcesRequest;
  change: (part: Partial<ResourcesRequest>, options?: { typing?: boolean }) => void;
  types: ResourcesView['types'];
  total: number;
}

/** Search by words and by types. What is being typed is shown at once and asked for when the typing pauses. */
export function ResourcesFilter({ request, change, types, total }: ResourcesFilterProps) {
  const [typed, type] = useTyped(request.search, (search) => change({ search }, { typing: true }));
  const options = types.map(({ resourceType, count }) => ({
    value: resourceType,
    label: resourceType,
    labelTag: countText(count),
  }));
  return (
    <div className="filters">
      <TextFilter
        filteringText={typed}
        filteringPlaceholder="Find by type, ID, name or zone"
        filteringAriaLabel="Find resources"
        filteringClearAriaLabel="Clear the search"
        countText={request.search ? `${countText(total)} ${total === 1 ? 'match' : 'matches'}` : undefined}
        onChange={({ detail }) => type(detail.filteringText.slice(0, 256))}
      />
      <Multiselect
        options={options}
        selectedOptions={request.types.map(
          (type) => options.find(({ value }) => value === type) ?? { value: type, label: type },
        )}
        onChange={({ detail }) => change({ types: detail.selectedOptions.flatMap(({ value }) => value ?? []).sort() })}
        placeholder="All types"
        ariaLabel="Filter by type"
        filteringType="auto"
        filteringPlaceholder="Find a type"
        filteringAriaLabel="Find a type"
        tokenLimit={2}
        keepOpen
        expandToViewport
        noMatch="No such type"
        empty="No types are recorded"
        deselectAriaLabel={({ label }) => `Remove ${label}`}
        selectedAriaLabel="Selected"
      />
    </div>
  );
}
