import type { Picture } from '../picture';
import { xmlAttributes, xmlText } from './xml';

type Value = string | number | boolean | undefined;

/** The attributes that are told, by what they are told of; GraphML wants each declared with its type. */
const declared = {
  node: {
    key: 'string',
    label: 'string',
    kind: 'string',
    resourceType: 'string',
    resourceId: 'string',
    accountId: 'string',
    region: 'string',
    box: 'string',
    docksTo: 'string',
    resources: 'int',
    inSnapshot: 'boolean',
    change: 'string',
    dimmed: 'boolean',
    x: 'double',
    y: 'double',
    width: 'double',
    height: 'double',
  },
  edge: {
    key: 'string',
    label: 'string',
    derived: 'boolean',
    field: 'string',
    relationships: 'int',
    change: 'string',
    dimmed: 'boolean',
  },
} as const;

/**
 * A picture as GraphML (http://graphml.graphdrawing.org). Boxes are nodes among the others, told apart by `kind`, and `box` names the
 * one round a node: few readers know graphs within nodes. Ids are short names of this file's own; `key` has what the picture calls it.
 */
export function graphml({ boxes, nodes, edges }: Picture): string {
  const ids = new Map([...boxes, ...nodes].map(({ id }, place) => [id, `n${place}`]));
  const lines = [
    ...boxes.map(({ id, label, kind, resourceType, parent, count, missing, change, dimmed, ...place }) =>
      node(ids.get(id), {
        ...{ key: id, label, kind, resourceType, box: parent, resources: count, inSnapshot: !missing, change, dimmed },
        ...placeOf(place),
      }),
    ),
    ...nodes.map(({ id, label, parent, docksTo, missing, change, dimmed, ...resource }) =>
      node(ids.get(id), {
        ...{ key: id, label, kind: 'resource', resourceType: resource.resourceType, resourceId: resource.resourceId },
        ...{
          accountId: resource.accountId,
          region: resource.region,
          box: parent,
          docksTo,
          inSnapshot: !missing,
          change,
          dimmed,
        },
        ...placeOf(resource),
      }),
    ),
    ...edges.map(({ id, source, target, name, derived, field, count = 1, change, dimmed }, place) => {
      const ends = xmlAttributes({ id: `e${place}`, source: ids.get(source), target: ids.get(target) });
      const values = { key: id, label: name, derived: derived === true, field, relationships: count, change, dimmed };
      return `    <edge${ends}>${data('edge', values)}</edge>`;
    }),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${declarations()}
  <graph id="picture" edgedefault="directed">
${lines.join('\n')}
  </graph>
</graphml>
`;
}

function declarations(): string {
  return Object.entries(declared)
    .flatMap(([of, names]) =>
      Object.entries(names).map(
        ([name, type]) =>
          `  <key${xmlAttributes({ id: `${of}-${name}`, for: of, 'attr.name': name, 'attr.type': type })}/>`,
      ),
    )
    .join('\n');
}

function node(id: string | undefined, values: Partial<Record<keyof typeof declared.node, Value>>): string {
  return `    <node${xmlAttributes({ id })}>${data('node', values)}</node>`;
}

function data(of: keyof typeof declared, values: Readonly<Record<string, Value>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : `<data key="${of}-${name}">${xmlText(String(value))}</data>`))
    .join('');
}

const placeOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x,
  y,
  width,
  height,
});
