'use client';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Link from '@cloudscape-design/components/link';
import { countText } from '@/components/ui/bytes';
import type { ResourcesView } from '@/lib/api/contract/resources';
import { resourcesAddress } from './resources-address';

interface TypeCountsProps {
  types: ResourcesView['types'];
  chosen: string[];
  onChoose: (types: string[]) => void;
}

/** How many there are of each type; a click shows those alone. */
export function TypeCounts({ types, chosen, onChoose }: TypeCountsProps) {
  return (
    <ExpandableSection
      variant="container"
      headerText="Resources by type"
      headerCounter={`(${countText(types.length)})`}
    >
      <ul className="type-counts">
        {types.map(({ resourceType, count }) => (
          <li key={resourceType}>
            <Link
              href={resourcesAddress({ types: [resourceType] })}
              onFollow={(event) => {
                event.preventDefault();
                onChoose(chosen.length === 1 && chosen[0] === resourceType ? [] : [resourceType]);
              }}
            >
              {resourceType}
            </Link>
            <span>{countText(count)}</span>
          </li>
        ))}
      </ul>
    </ExpandableSection>
  );
}
