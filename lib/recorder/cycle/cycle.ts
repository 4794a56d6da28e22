import { errorCode, errorMessage } from '../../errors';
import { InventoryTransactor } from '../../inventory/transactor';
import { normalizeType } from '../../items/resource-type';
import type { ResourceSource } from '../sources/port';
import { clearRetiredListings } from '../stores/listing-status-store';
import { saveSourceStatus } from '../stores/recorder-store';
import type { CycleContext } from './context';
import { markDeleted } from './mark-deleted';
import { recordAtomically } from './record-atomically';
import { recordListings } from './record-listings';
import { readSource, type SourceReading } from './source-reading';
import { withdrawTypes } from './withdraw-types';

/** Something that could not be listed: a source, or one listing of it. */
export interface CycleFailure {
  source: string;
  listing?: string;
  code: string;
  message: string;
}

/** How a cycle went; `failed` names what was not listed whole. */
export interface CycleResult {
  failed: CycleFailure[];
}

/** What a source listed whole: those types, or all of them. */
interface Listed {
  source: string;
  wanted: (typeKey: string) => boolean;
  typeKeys?: readonly string[];
}

/**
 * One recording cycle: every source is observed, what is new or changed becomes configuration items, and what a source no longer
 * has is recorded as deleted. A source or a listing that fails keeps what was recorded of it, and leaves the others alone: a listing
 * cut short is never read as deletion. Where two sources tell of one resource, the first in the list is believed.
 *
 * @throws the reason of `signal`, or DomainError `RecorderStopped`; what had ended whole by then stays recorded.
 */
export async function runCycle(context: CycleContext, sources: readonly ResourceSource[]): Promise<CycleResult> {
  const failed: CycleFailure[] = [];
  const left: Listed[] = [];
  await withdrawTypes(context);
  for (const [index, source] of sources.entries()) {
    context.progress.begin(source.name);
    const reading = await readSource(context, source);
    // A resource that moved to a later source is not gone: then deletions wait until all were asked.
    const last = index === sources.length - 1;
    try {
      const listed = source.atomic
        ? await readWhole(context, source, reading, last)
        : await readListings(context, source, reading, last, failed);
      if (!last) left.push(...listed);
    } catch (error) {
      if (context.signal.aborted || errorCode(error) === 'RecorderStopped') throw error;
      failed.push({ source: source.name, code: errorCode(error), message: errorMessage(error) });
      await noteSource(context, source.name, reading, 0, errorMessage(error));
    }
  }
  for (const { source, wanted, typeKeys } of left) {
    await context.database.transaction((tx) =>
      markDeleted(
        new InventoryTransactor(tx, context.scope),
        context,
        source,
        'ResourceDeleted',
        { source, typeKeys },
        (resource) => {
          return wanted(normalizeType(resource.resourceType)) && !context.seen.has(resource);
        },
      ),
    );
  }
  return { failed };
}

async function readWhole(
  context: CycleContext,
  source: ResourceSource,
  reading: SourceReading,
  last: boolean,
): Promise<Listed[]> {
  const count = await recordAtomically(context, source, reading, last);
  await noteSource(context, source.name, reading, count);
  return [{ source: source.name, wanted: reading.wanted }];
}

async function readListings(
  context: CycleContext,
  source: ResourceSource,
  reading: SourceReading,
  last: boolean,
  failed: CycleFailure[],
): Promise<Listed[]> {
  const { ended, count } = await recordListings(context, source, reading, last);
  const broken = ended.flatMap(({ listing, error }) => (error ? [{ source: source.name, listing, ...error }] : []));
  failed.push(...broken);
  const first = broken[0];
  const summary = first && `${broken.length} of ${ended.length} listings failed. ${first.listing}: ${first.message}`;
  await clearRetiredListings(context.database, context.scope, source.name, ended, context.policy.records);
  await noteSource(context, source.name, reading, count, summary);
  if (ended.length === 0) return [{ source: source.name, wanted: reading.wanted }];
  const typeKeys = ended
    .filter(({ error }) => error === undefined)
    .flatMap(({ resourceTypes }) => resourceTypes.map(normalizeType));
  return [{ source: source.name, wanted: reading.wanted, typeKeys }];
}

function noteSource(
  context: CycleContext,
  name: string,
  { notes }: SourceReading,
  itemCount: number,
  error?: string,
): Promise<void> {
  if (notes.count > 0)
    context.log.warn({ source: name, count: notes.count, first: notes.first[0] }, 'A source passed over resources');
  return saveSourceStatus(context.database, context.scope, {
    name,
    lastStatus: error === undefined ? 'SUCCESS' : 'FAILURE',
    lastAttemptTime: context.now(),
    itemCount,
    errorMessage: error,
    notes: notes.first,
    noteCount: notes.count,
  });
}
