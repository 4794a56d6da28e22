'use client';
import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Box from '@cloudscape-design/components/box';
import Select from '@cloudscape-design/components/select';
import { type Frequency, frequencyWord, type RecorderFields } from './recorder-fields';
import { TypesInput } from './types-input';

type Override = RecorderFields['overrides'][number];

interface FrequencyOverridesProps {
  overrides: Override[];
  onChange(overrides: Override[]): void;
}

const options = Object.entries(frequencyWord).map(([value, label]) => ({ value, label }));

/** Types that are recorded more, or less, often than the rest. */
export function FrequencyOverrides({ overrides, onChange }: FrequencyOverridesProps) {
  const change = (index: number, part: Partial<Override>) =>
    onChange(overrides.map((override, at) => (at === index ? { ...override, ...part } : override)));
  return (
    <>
      <Box variant="awsui-key-label">Types with another frequency</Box>
      <AttributeEditor
        items={overrides}
        addButtonText="Add types"
        removeButtonText="Remove"
        removeButtonAriaLabel={(override) => `Remove ${override.types.join(', ') || 'this entry'}`}
        empty="All types are recorded at the same frequency."
        onAddButtonClick={() => onChange([...overrides, { types: [], frequency: 'DAILY', description: '' }])}
        onRemoveButtonClick={({ detail }) => onChange(overrides.filter((_, at) => at !== detail.itemIndex))}
        definition={[
          {
            label: 'Types',
            control: (override, index) => (
              <TypesInput
                types={override.types}
                label={`Types of entry ${index + 1}`}
                onChange={(types) => change(index, { types })}
              />
            ),
          },
          {
            label: 'How often',
            control: (override, index) => (
              <Select
                options={options}
                selectedOption={options.find(({ value }) => value === override.frequency) ?? null}
                ariaLabel={`Frequency of entry ${index + 1}`}
                onChange={({ detail }) => change(index, { frequency: detail.selectedOption.value as Frequency })}
              />
            ),
          },
        ]}
      />
    </>
  );
}
