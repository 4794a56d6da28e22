'use client';
import Select from '@cloudscape-design/components/select';

interface RegionSelectProps {
  /** The home first. */
  regions: readonly string[];
  chosen: string;
  choose: (region: string) => void;
}

/** Which of several Regions the overview is about. */
export function RegionSelect({ regions, chosen, choose }: RegionSelectProps) {
  const options = regions.map((value, at) => ({ value, label: value, description: at === 0 ? 'Home' : undefined }));
  return (
    <Select
      options={options}
      selectedOption={options.find(({ value }) => value === chosen) ?? { value: chosen, label: chosen }}
      onChange={({ detail }) => detail.selectedOption.value && choose(detail.selectedOption.value)}
      ariaLabel="Region"
      expandToViewport
    />
  );
}
