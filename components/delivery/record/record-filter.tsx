'use client';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { kindNames, triggerNames } from '@/components/delivery/attempt/attempt-labels';
import type { RecordRequest } from '@/components/delivery/urls';

interface RecordFilterProps {
  request: RecordRequest;
  /** Of which there are deliveries. */
  regions: readonly string[];
  change: (part: Partial<RecordRequest>) => void;
}

const statusNames: Record<NonNullable<RecordRequest['status']>, string> = {
  running: 'Running',
  delivered: 'Delivered',
  failed: 'Failed',
};

/** Which deliveries are listed: by how they went, who started them, what they delivered and, where there are several, their Region. */
export function RecordFilter({ request, regions, change }: RecordFilterProps) {
  return (
    <div className="filters narrow">
      <OneOf label="Status" names={statusNames} chosen={request.status} onChoose={(status) => change({ status })} />
      <OneOf
        label="Started by"
        names={triggerNames}
        chosen={request.trigger}
        onChoose={(trigger) => change({ trigger })}
      />
      <OneOf label="Kind" names={kindNames} chosen={request.kind} onChoose={(kind) => change({ kind })} />
      {regions.length > 1 && (
        <OneOf
          label="Region"
          names={Object.fromEntries(regions.map((region) => [region, region]))}
          chosen={request.region}
          onChoose={(region) => change({ region })}
        />
      )}
    </div>
  );
}

interface OneOfProps<Name extends string> {
  label: string;
  names: Record<Name, string>;
  chosen: Name | undefined;
  onChoose: (name: Name | undefined) => void;
}

function OneOf<Name extends string>({ label, names, chosen, onChoose }: OneOfProps<Name>) {
  const known = Object.keys(names) as Name[];
  const options = [{ value: '', label: 'All' }, ...known.map((value) => ({ value, label: names[value] }))];
  return (
    <FormField label={label}>
      <Select
        options={options}
        selectedOption={options.find(({ value }) => value === (chosen ?? '')) ?? null}
        onChange={({ detail }) => onChoose(known.find((name) => name === detail.selectedOption.value))}
      />
    </FormField>
  );
}
