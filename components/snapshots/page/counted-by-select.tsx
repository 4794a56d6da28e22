'use client';
import Select from '@cloudscape-design/components/select';
import { type CountedBy, countedBy } from '@/lib/api/contract/snapshots';

interface Words {
  label: string;
  /** Behind `Items by`. */
  inText: string;
}

const choices: Record<Exclude<CountedBy, `tag:${string}`>, Words> = {
  resourceType: { label: 'Type', inText: 'type' },
  awsRegion: { label: 'Region', inText: 'region' },
  availabilityZone: { label: 'Zone', inText: 'zone' },
  status: { label: 'Status', inText: 'status' },
  awsAccountId: { label: 'Account', inText: 'account' },
  tag: { label: 'Tag', inText: 'tag' },
  relationship: { label: 'Relationship', inText: 'relationship' },
};

export function countedWords(by: CountedBy): Words {
  if (by in choices) return choices[by as keyof typeof choices];
  const key = by.slice('tag:'.length);
  return { label: `Tag ${key}`, inText: `the tag ${key}` };
}

interface CountedBySelectProps {
  by: CountedBy;
  onChange: (by: CountedBy) => void;
}

/** Chooses what items are counted by. A tag's values are chosen from the list of tags, and stand here while they are shown. */
export function CountedBySelect({ by, onChange }: CountedBySelectProps) {
  const names = by in choices ? Object.keys(choices) : [...Object.keys(choices), by];
  const options = names.flatMap((name) => {
    const value = countedBy.safeParse(name).data;
    return value === undefined ? [] : [{ value, label: countedWords(value).label }];
  });
  return (
    <div style={{ inlineSize: 220 }}>
      <Select
        options={options}
        selectedOption={options.find(({ value }) => value === by) ?? null}
        onChange={({ detail }) => {
          const chosen = options.find(({ value }) => value === detail.selectedOption.value);
          if (chosen) onChange(chosen.value);
        }}
        inlineLabelText="Count by"
      />
    </div>
  );
}
