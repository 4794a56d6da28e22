import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import { useMemo } from 'react';
import { countText } from '@/components/ui/bytes';
import { nodeStyleOf } from '@/lib/graph/style/node-style';
import { normalizeType } from '@/lib/items/resource-type';
import type { DrawnNode } from './canvas/drawing';
import type { DrawnScopes } from './canvas/drawn-scopes';
import { type LayoutName, layoutNames } from './layout/layout';

const layoutTitles: Record<LayoutName, string> = {
  fcose: 'Force-directed',
  breadthfirst: 'Breadth first',
  concentric: 'Concentric',
  grid: 'Grid',
};

interface GraphChoicesProps {
  /** All types of the snapshot. */
  all: readonly { resourceType: string; count: number }[];
  /** The chosen ones. */
  types: readonly string[];
  nodes: readonly DrawnNode[];
  scopes: DrawnScopes;
  chosen: DrawnNode | undefined;
  layout: LayoutName;
  onTypes(types: string[]): void;
  onFind(id: string): void;
  onLayout(layout: LayoutName): void;
}

/** What to draw, where to look, and how it is arranged. */
export function GraphChoices({
  all,
  types,
  nodes,
  scopes,
  chosen,
  layout,
  onTypes,
  onFind,
  onLayout,
}: GraphChoicesProps) {
  const typeOptions = all.map(({ resourceType, count }) => ({
    value: resourceType,
    label: resourceType,
    labelTag: countText(count),
  }));
  const chosenTypes = types.map(
    (type) =>
      typeOptions.find(({ value }) => normalizeType(value) === normalizeType(type)) ?? { value: type, label: type },
  );
  const nodeOptions = useMemo(() => nodes.map((node) => nodeOption(node, scopes)), [nodes, scopes]);
  return (
    <ColumnLayout columns={3}>
      <FormField label="Resource types">
        <Multiselect
          options={typeOptions}
          selectedOptions={chosenTypes}
          onChange={({ detail }) => onTypes(detail.selectedOptions.map(({ value }) => value ?? ''))}
          placeholder="All types"
          filteringType="auto"
          filteringAriaLabel="Find a type"
          empty="No types"
          tokenLimit={3}
        />
      </FormField>
      <FormField label="Find a resource in the graph">
        <Select
          options={nodeOptions}
          selectedOption={chosen ? nodeOption(chosen, scopes) : null}
          onChange={({ detail }) => detail.selectedOption.value && onFind(detail.selectedOption.value)}
          placeholder="Name or id"
          filteringType="auto"
          filteringPlaceholder="Name, id or type"
          filteringAriaLabel="Name, id or type"
          empty="No resources"
          noMatch="None of the drawn resources matches"
          virtualScroll
        />
      </FormField>
      <FormField label="Layout">
        <Select
          options={layoutNames.map((name) => ({ value: name, label: layoutTitles[name] }))}
          selectedOption={{ value: layout, label: layoutTitles[layout] }}
          onChange={({ detail }) => {
            const next = layoutNames.find((name) => name === detail.selectedOption.value);
            if (next) onLayout(next);
          }}
        />
      </FormField>
    </ColumnLayout>
  );
}

function nodeOption(node: DrawnNode, scopes: DrawnScopes) {
  const { id, label, resourceId, resourceType } = node;
  const named = label === resourceId ? [] : [resourceId];
  return {
    value: id,
    label,
    description: [...named, nodeStyleOf(resourceType).title, ...scopes.partsOf(node)].join(' · '),
  };
}
