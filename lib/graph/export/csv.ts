import { csvLine } from '../../csv';
import type { Picture } from '../picture';

/**
 * The nodes and boxes of a picture as CSV, one a line: `Id` is what the lines of `edgesCsv` name, `Box` the box round it. The first
 * columns are called as Gephi wants them.
 */
export function nodesCsv({ boxes, nodes }: Picture): string {
  const lines = [
    ...boxes.map(({ id, label, kind, resourceType, parent, count, missing, change, dimmed }) => [
      ...[id, label, kind, resourceType, undefined, undefined, undefined, parent, undefined, count],
      ...[missing !== true, change, dimmed === true],
    ]),
    ...nodes.map(
      ({ id, label, resourceType, resourceId, accountId, region, parent, docksTo, missing, change, dimmed }) => [
        ...[id, label, 'resource', resourceType, resourceId, accountId, region, parent, docksTo, undefined],
        ...[missing !== true, change, dimmed === true],
      ],
    ),
  ];
  const header =
    'Id Label Kind ResourceType ResourceId AccountId Region Box DocksTo Resources InSnapshot Change Dimmed';
  return [header.split(' '), ...lines].map(csvLine).join('');
}

/** The edges of a picture as CSV, one a line, from `Source` to `Target`; a bundle tells how many relationships it holds. */
export function edgesCsv({ edges }: Picture): string {
  const lines = edges.map(({ id, source, target, name, derived, field, count, change, dimmed }) => [
    ...[source, target, 'Directed', id, name, derived === true, field, count ?? 1],
    ...[change, dimmed === true],
  ]);
  const header = 'Source Target Type Id Label Derived Field Relationships Change Dimmed';
  return [header.split(' '), ...lines].map(csvLine).join('');
}
