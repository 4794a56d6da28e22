import { DomainError } from '../errors';
import { shownName } from './names';

/** An object that its store keeps in an archive: its bytes can be read only while there is a restored copy of it. */
export interface Archive {
  tier: ArchiveTier;
  state: 'archived' | 'restoring' | 'restored';
  /** Until when the restored copy is kept, where the store says so. */
  restoredUntil?: Date;
}

/** A storage class of S3 that is an archive, or an archive access tier of its class INTELLIGENT_TIERING. */
export type ArchiveTier = keyof typeof tiers;

/**
 * What a standard retrieval takes, and what a restore is asked for ("Archive retrieval options" and "Restoring an archived object",
 * Amazon S3 User Guide): out of the classes a copy is made for some days, out of the tiers the object itself moves back.
 */
const tiers = {
  GLACIER: { takes: '3 to 5 hours', request: 'Days=7' },
  DEEP_ARCHIVE: { takes: 'up to 12 hours', request: 'Days=7' },
  ARCHIVE_ACCESS: { takes: '3 to 5 hours', request: '{}' },
  DEEP_ARCHIVE_ACCESS: { takes: 'up to 12 hours', request: '{}' },
} as const;

/** What S3 says of an object's storage, in the words of its HEAD and GET answers. */
export interface StorageAnswer {
  StorageClass?: string;
  /** `x-amz-archive-status`: the archive access tier, of an object in INTELLIGENT_TIERING alone. */
  ArchiveStatus?: string;
  /** `x-amz-restore`: `ongoing-request="false", expiry-date="Fri, 21 Dec 2012 00:00:00 GMT"`. */
  Restore?: string;
}

/** The archive that an object is in; undefined for one whose bytes can be read at once. */
export function archiveOf({ StorageClass = '', ArchiveStatus, Restore = '' }: StorageAnswer): Archive | undefined {
  const tier = ArchiveStatus ?? StorageClass;
  if (!isTier(tier)) return undefined;
  if (/ongoing-request="true"/.test(Restore)) return { tier, state: 'restoring' };
  if (!/ongoing-request="false"/.test(Restore)) return { tier, state: 'archived' };
  const until = new Date(/expiry-date="([^"]*)"/.exec(Restore)?.[1] ?? '');
  return Number.isNaN(until.getTime())
    ? { tier, state: 'restored' }
    : { tier, state: 'restored', restoredUntil: until };
}

function isTier(text: string): text is ArchiveTier {
  return Object.hasOwn(tiers, text);
}

/** What that means for who wants to read it, as a sentence. */
export function archiveSentence({ tier, state }: Pick<Archive, 'tier' | 'state'>): string {
  const { takes } = tiers[tier];
  if (state === 'restored') return `It is archived (${tier}); a restored copy of it can be read.`;
  if (state === 'archived') return `It is archived (${tier}) and must be restored first, which takes ${takes}.`;
  return `It is archived (${tier}) and is being restored, which takes ${takes}. Open it again when that is done.`;
}

/** The command of the AWS CLI by which an object is restored; undefined where nothing is left to ask for. */
export function restoreCommand(bucket: string, key: string, { tier, state }: Archive): string | undefined {
  if (state !== 'archived') return undefined;
  const named = `--bucket ${quoted(bucket)} --key ${quoted(key)}`;
  return `aws s3api restore-object ${named} --restore-request ${quoted(tiers[tier].request)}`;
}

/** A word for a shell, quoted where it has to be. */
function quoted(text: string): string {
  return /^[\w./:=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Why an archived object was not given, with what to do, under S3's own code. */
export function invalidObjectState(
  bucket: string,
  key: string,
  archive: Archive,
  options: { cause: unknown },
): DomainError {
  const command = restoreCommand(bucket, key, archive);
  const message = `The object "${shownName(key)}" in the bucket "${shownName(bucket)}" cannot be read yet. ${archiveSentence(archive)}`;
  const remedy = command === undefined ? '' : ` Ask for a copy with: ${command}`;
  return new DomainError('conflict', 'InvalidObjectState', message + remedy, options);
}
