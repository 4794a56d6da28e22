import { setTimeout } from 'node:timers/promises';
import type { SnapshotReader } from '../../lib/snapshots/reading/snapshot-reader';
import { row, timed } from '../read/report';

const aimMs = 100;

/** What impact and paths take once the derived relationships are read, and how long that takes. `openText` gives the document as JSON. */
export async function measureImpact(reader: SnapshotReader, openText: () => Promise<AsyncIterable<Uint8Array>>) {
  const { hubs } = await reader.references(2);
  const [hub, other = hub] = hubs.map(({ resourceType, resourceId }) => `${resourceType}/${resourceId}`);
  if (hub === undefined || other === undefined) return;
  const ask = (of: string, direction: 'dependents' | 'dependencies') =>
    reader.impact({ of, direction, depth: 6, limit: 300, derived: 'read' }, openText);
  const from = performance.now();
  let first = await ask(hub, 'dependents');
  while (first.derived.state === 'reading') {
    await setTimeout(50);
    first = await ask(hub, 'dependents');
  }
  const { relationships = 0, unresolved = 0 } = first.derived;
  row('derived relationships of the whole document', `${((performance.now() - from) / 1000).toFixed(2)} s`);
  row('  found, and leading elsewhere', `${relationships} and ${unresolved}`);
  row('  depend on the greatest hub, to depth 6', String(first.totalNodes));
  const leaf = first.nodes.at(-1);
  const last = leaf ? `${leaf.resourceType}/${leaf.resourceId}` : hub;
  const show = async (what: string, task: () => Promise<unknown>) => {
    const { median, p95 } = await timed(task);
    row(
      what,
      `${median.toFixed(1)} ms = ${(median / aimMs).toFixed(2)} x aim, p95 ${p95.toFixed(1)} ms`,
      `aim ${aimMs} ms`,
    );
  };
  await show('what depends on the greatest hub, to depth 6', () => ask(hub, 'dependents'));
  await show('what its last dependent depends on, to depth 6', () => ask(last, 'dependencies'));
  await show('the shortest paths between the two greatest hubs', () =>
    reader.paths({ from: hub, to: other }, openText),
  );
  await show('the shortest paths from the last dependent to it', () =>
    reader.paths({ from: last, to: other }, openText),
  );
}
