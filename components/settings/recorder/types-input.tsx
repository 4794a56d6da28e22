'use client';
import Multiselect from '@cloudscape-design/components/multiselect';
import { useQuery } from '@tanstack/react-query';
import { recorderQueries } from '@/lib/api/queries/recorder';

interface TypesInputProps {
  types: readonly string[];
  /** For those who do not see the field's own label. */
  label: string;
  onChange(types: string[]): void;
}

/** Resource types out of those that a recorder can be told to record. */
export function TypesInput({ types, label, onChange }: TypesInputProps) {
  const known = useQuery(recorderQueries.resourceTypes());
  const names = [...new Set([...(known.data?.resourceTypes ?? []), ...types])].sort();
  return (
    <Multiselect
      options={names.map((value) => ({ value, label: value }))}
      selectedOptions={types.map((value) => ({ value, label: value }))}
      onChange={({ detail }) => onChange(detail.selectedOptions.flatMap(({ value }) => value ?? []).sort())}
      placeholder="Choose types"
      ariaLabel={label}
      statusType={known.isPending ? 'loading' : known.error ? 'error' : 'finished'}
      loadingText="Loading the types"
      errorText="The types cannot be loaded"
      filteringType="auto"
      filteringPlaceholder="Find a type"
      filteringAriaLabel="Find a type"
      virtualScroll
      keepOpen
      tokenLimit={8}
      noMatch="No such type"
      deselectAriaLabel={({ label: name }) => `Remove ${name}`}
      selectedAriaLabel="Selected"
    />
  );
}
