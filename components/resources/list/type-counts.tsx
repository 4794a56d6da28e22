'use client';
import BarChart from '@cloudscape-design/components/bar-chart';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { countText } from '@/components/ui/bytes';
import type { ResourcesView } from '@/lib/api/contract/resources';
import { shortTypeName } from '@/lib/items/resource-type';
import { resourcesHref } from '../resources-url';

interface TypeCountsProps {
  types: ResourcesView['types'];
  chosen: string[];
  onChoose: (types: string[]) => void;
}

/** So many bars are told apart at a glance; the list has all types. */
const mostBars = 12;

/** How many there are of each type, the most frequent ones as bars; a click shows those alone. */
export function TypeCounts({ types, chosen, onChoose }: TypeCountsProps) {
  const bars = types.slice(0, mostBars);
  const choose = (type: string) => onChoose(chosen.length === 1 && chosen[0] === type ? [] : [type]);
  const shortNames = shortNamesOf(bars.map(({ resourceType }) => resourceType));
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${countText(types.length)})`}
          description={
            types.length > bars.length
              ? `The ${bars.length} most frequent of ${countText(types.length)} types.`
              : undefined
          }
        >
          Resources by type
        </Header>
      }
    >
      <SpaceBetween size="s">
        <BarChart
          series={[
            {
              title: 'Resources',
              type: 'bar',
              data: bars.map(({ resourceType, count }) => ({
                x: shortNames.get(resourceType) ?? resourceType,
                y: count,
              })),
              valueFormatter: countText,
            },
          ]}
          xDomain={bars.map(({ resourceType }) => shortNames.get(resourceType) ?? resourceType)}
          yDomain={[0, Math.max(1, ...bars.map(({ count }) => count))]}
          yTickFormatter={countText}
          horizontalBars
          hideFilter
          hideLegend
          height={Math.max(60, bars.length * 24)}
          ariaLabel="Resources by type"
          xTitle="Type"
          yTitle="Resources"
          detailPopoverFooter={(name) => {
            const type = bars.find(({ resourceType }) => shortNames.get(resourceType) === name)?.resourceType;
            return type && <Button onClick={() => choose(type)}>Show only {name}</Button>;
          }}
          i18nStrings={{
            chartAriaRoleDescription: 'bar chart',
            xAxisAriaRoleDescription: 'types',
            yAxisAriaRoleDescription: 'counts',
          }}
        />
        <ExpandableSection headerText={`All ${countText(types.length)} types`}>
          <ul className="type-counts">
            {types.map(({ resourceType, count }) => (
              <li key={resourceType}>
                <Link
                  href={resourcesHref({ types: [resourceType] })}
                  onFollow={(event) => {
                    event.preventDefault();
                    choose(resourceType);
                  }}
                >
                  {resourceType}
                </Link>
                <span>{countText(count)}</span>
              </li>
            ))}
          </ul>
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}

/** `EC2 Volume` for `AWS::EC2::Volume`; what two types would share stays whole. */
function shortNamesOf(types: string[]): Map<string, string> {
  const seen = new Map<string, number>();
  for (const type of types) seen.set(shortTypeName(type), (seen.get(shortTypeName(type)) ?? 0) + 1);
  return new Map(types.map((type) => [type, seen.get(shortTypeName(type)) === 1 ? shortTypeName(type) : type]));
}
