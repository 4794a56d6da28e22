import { setTimeout } from 'node:timers/promises';
import type { SnapshotReader } from '../../lib/snapshots/reading/snapshot-reader';
import { row } from '../read/report';
import type { Meter } from './show';

/** What impact and paths take once the derived relationships are read, and how long that takes. `openText` gives the document as JSON. */
export async function measureImpact(
  reader: SnapshotReader,
  meter: Meter,
  openText: () => Promise<AsyncIterable<Uint8Array>>,
) {
  const { hubs } = await reader.references(2);
  const [hub, other = hub] = hubs.map(({ resourceType, resourceId }) => `${resourceType}/${resourceId}`);
  if (hub === undefined || other === undefined) return;
  const ask = (of: string, direction: 'dependents' | 'dependencies') =>
    reader.impact({ of, direction, depth: 6, limit: 300, derived: 'read' }, openText);
  await meter.showOnce('derived relationships of the whole document', async () => {
    while ((await ask(hub, 'dependents')).derived.state === 'reading') await setTimeout(50);
  });
  const first = await ask(hub, 'dependents');
  const { relationships = 0, unresolved = 0 } = first.derived;
  row('  found, and leading elsewhere', `${relationships} and ${unresolved}`);
  row('  depend on the greatest hub, to depth 6', String(first.totalNodes));
  const leaf = first.nodes.at(-1);
  const last = leaf ? `${leaf.resourceType}/${leaf.resourceId}` : hub;
  await meter.show('what depends on the greatest hub, to depth 6', () => ask(hub, 'dependents'));
  await meter.show('what its last dependent depends on, to depth 6', () => ask(last, 'dependencies'));
  await meter.show('the shortest paths between the two greatest hubs', () =>
    reader.paths({ from: hub, to: other }, openText),
  );
  await meter.show('the shortest paths from the last dependent to it', () =>
    reader.paths({ from: last, to: other }, openText),
  );
}
