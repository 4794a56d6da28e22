'use client';
import Multiselect from '@cloudscape-design/components/multiselect';
import TextFilter from '@cloudscape-design/components/text-filter';
import { countText } from '@/components/ui/bytes';
import { useTyped } from '@/components/ui/use-typed';
import type { DocumentView } from '@/lib/api/contract/snapshots';
import type { View } from './use-view-state';

interface ItemsFilterProps {
  view: View;
  types: DocumentView['types'];
}

/** Chooses among the items: by text, and by their types with the number of each. */
export function ItemsFilter({ view, types }: ItemsFilterProps) {
  const { state, change, amend } = view;
  const [typed, type] = useTyped(state.search, (search) => amend({ search, page: 1 }));
  const options = types.map(({ resourceType, count }) => ({
    value: resourceType,
    label: resourceType,
    labelTag: countText(count),
  }));
  // A type of the address that this document does not have is shown too, so that it can be taken away.
  const chosen = state.types.map(
    (value) => options.find((option) => option.value === value) ?? { value, label: value, labelTag: '0' },
  );
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'flex-start' }}>
      <div style={{ flex: '1 1 240px' }}>
        <TextFilter
          filteringText={typed}
          filteringPlaceholder="Find by type, ID, name or zone"
          filteringAriaLabel="Find items by type, ID, name or zone"
          onChange={({ detail }) => type(detail.filteringText.slice(0, 256))}
        />
      </div>
      <div style={{ flex: '1 1 280px' }}>
        <Multiselect
          options={options}
          selectedOptions={chosen}
          onChange={({ detail }) =>
            change({ types: detail.selectedOptions.flatMap(({ value }) => value ?? []), page: 1 })
          }
          placeholder="All types"
          ariaLabel="Resource types"
          filteringType="auto"
          filteringPlaceholder="Find a type"
          filteringAriaLabel="Find a type"
          empty="No types"
          noMatch="No such type"
          tokenLimit={3}
          keepOpen
          expandToViewport
          virtualScroll
          deselectAriaLabel={({ label }) => `Take away ${label}`}
          selectedAriaLabel="Chosen"
        />
      </div>
    </div>
  );
}
