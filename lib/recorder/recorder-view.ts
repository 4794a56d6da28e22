import type { Database } from '../database/database';
import { InventoryReader } from '../inventory/reader';
import type { Scope } from '../items/scope';
import type { CycleProgress } from './cycle/progress';
import type { Discovery } from './discovery';
import type { ListingProgress, ResourceSource } from './sources/port';
import { findListingStatuses, type ListingStatus } from './stores/listing-status-store';
import { listSourceStatus } from './stores/recorder-store';

/** The recorder as the browser shows it (`recorderView` in the browser contract). */
export async function recorderView(
  { database, scope, sources }: { database: Database; scope: Scope; sources: readonly ResourceSource[] },
  discovery: Pick<Discovery, 'runningSince' | 'nextAt'>,
  progress: CycleProgress | undefined,
  leftSources: { name: string; itemCount: number }[],
) {
  const inventory = new InventoryReader(database, scope);
  const [recorder, counts, statuses, listings] = await Promise.all([
    inventory.recorder(),
    inventory.countExisting(),
    listSourceStatus(database, scope),
    findListingStatuses(database, scope),
  ]);
  return {
    accountId: scope.accountId,
    region: scope.region,
    recorder: recorder
      ? {
          name: recorder.name,
          roleArn: recorder.roleArn,
          recording: recorder.recording,
          lastStatus: recorder.lastStatus,
          lastStartTime: recorder.lastStartTime?.toISOString(),
          lastStopTime: recorder.lastStopTime?.toISOString(),
          lastStatusChangeTime: recorder.lastStatusChangeTime?.toISOString(),
          lastErrorCode: recorder.lastErrorCode,
          lastErrorMessage: recorder.lastErrorMessage,
        }
      : null,
    resourceCount: counts.resources,
    typeCount: counts.types,
    cycle: { runningSince: discovery.runningSince()?.toISOString(), nextAt: discovery.nextAt()?.toISOString() },
    sources: sources.map(({ name, description }) => {
      const status = statuses.find((one) => one.name === name);
      return {
        name,
        description,
        lastStatus: status?.lastStatus ?? ('PENDING' as const),
        lastAttemptTime: status?.lastAttemptTime.toISOString(),
        itemCount: status?.itemCount ?? 0,
        errorMessage: status?.errorMessage,
        notes: status?.notes ?? [],
        noteCount: status?.noteCount ?? 0,
        shownCount: progress?.began(name) ? progress.countOf(name) : undefined,
        listings: listingViews(
          listings.filter(({ source }) => source === name),
          progress?.listingsOf(name) ?? [],
        ),
      };
    }),
    leftSources,
  };
}

/** What is known of each listing: how it went last, and how far it is in a cycle that runs. */
function listingViews(statuses: readonly ListingStatus[], live: readonly ListingProgress[]) {
  const last = new Map(statuses.map((status) => [status.listing, status]));
  const now = new Map(live.map((progress) => [progress.listing, progress]));
  return [...new Set([...last.keys(), ...now.keys()])].sort().map((listing) => {
    const status = last.get(listing);
    const progress = now.get(listing);
    return {
      listing,
      resourceTypes: [...(status?.resourceTypes ?? [])],
      state: progress?.state ?? ('idle' as const),
      shownCount: progress?.count,
      lastStatus: status?.lastStatus ?? ('PENDING' as const),
      lastAttemptTime: status?.lastAttemptTime.toISOString(),
      lastSuccessfulTime: status?.lastSuccessfulTime?.toISOString(),
      durationMs: status?.durationMs,
      itemCount: status?.itemCount ?? 0,
      errorCode: status?.errorCode,
      errorMessage: status?.errorMessage,
      missingPermission: status?.missingPermission,
    };
  });
}
