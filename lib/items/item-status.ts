/**
 * The statuses of AWS Config's service model that say that nothing is recorded of a resource now: it is gone, or the recorder
 * does not record its type ("The resource was discovered, but its configuration was not recorded since the recorder doesn't
 * record resources of this type").
 */
export const endedStatuses = ['ResourceDeleted', 'ResourceNotRecorded', 'ResourceDeletedNotRecorded'] as const;

/** The statuses that say that a resource is gone, with that of files of 2014. */
export const deletedStatuses: readonly string[] = ['ResourceDeleted', 'ResourceDeletedNotRecorded', 'Deleted'];

/** Whether a resource whose newest item has this status, or tells none, is recorded now, and so part of a snapshot. */
export function isRecordedNow(status: string | undefined): boolean {
  return !endedStatuses.some((ended) => ended === status);
}
