/**
 * The keys under which AWS Config stores objects, printed and parsed in this one place.
 *
 * Layout: `[prefix/]AWSLogs/{account}/Config/{region}/{YYYY}/{M}/{D}/…`, month and day without zero-padding, every stamp
 * in UTC and in whole seconds. The forms of snapshots and of the check file are those of real buckets; the forms of history
 * files and oversized items are from AWS Config's documentation.
 */

/** Where a key belongs. `prefix` is the channel's `s3KeyPrefix`, or what Control Tower puts before `AWSLogs`. */
export interface KeyOwner {
  prefix?: string;
  accountId: string;
}

export interface SnapshotKey extends KeyOwner {
  region: string;
  deliveredAt: Date;
  configSnapshotId: string;
}

export interface HistoryKey extends KeyOwner {
  region: string;
  /** Day of the folder, and the times of the first and last item in the file. */
  deliveredAt: Date;
  resourceType: string;
  firstCaptureTime: Date;
  lastCaptureTime: Date;
  /** From 1; counts the files of one type in one delivery. */
  sequence: number;
}

export interface OversizedItemKey extends KeyOwner {
  region: string;
  resourceType: string;
  resourceId: string;
  captureTime: Date;
  configurationStateId: string;
}

/** What a key says; `kind` is one of the contract's `objectKind`. */
export type ParsedObjectKey =
  | ({ kind: 'snapshot' } & SnapshotKey)
  | ({ kind: 'history' } & HistoryKey)
  | ({ kind: 'oversized-item' } & OversizedItemKey)
  | ({ kind: 'check-file' } & KeyOwner)
  | { kind: 'other' };

/** The key of a configuration snapshot; its date folder and stamp are those of `deliveredAt` in UTC. */
export function snapshotKey(parts: SnapshotKey): string {
  const { accountId, region, deliveredAt, configSnapshotId } = parts;
  const name = `${accountId}_Config_${region}_ConfigSnapshot_${stamp(deliveredAt)}_${configSnapshotId}.json.gz`;
  return `${dayFolder(parts, deliveredAt)}ConfigSnapshot/${name}`;
}

/** The folder in which the history files of a day lie, with its slash. */
export function historyFolder(parts: KeyOwner & { region: string; deliveredAt: Date }): string {
  return `${dayFolder(parts, parts.deliveredAt)}ConfigHistory/`;
}

/** The key of a history file: the changes of one resource type. */
export function historyKey(parts: HistoryKey): string {
  const { accountId, region, resourceType, firstCaptureTime, lastCaptureTime, sequence } = parts;
  const span = `${stamp(firstCaptureTime)}_${stamp(lastCaptureTime)}`;
  const name = `${accountId}_Config_${region}_ConfigHistory_${resourceType}_${span}_${sequence}.json.gz`;
  return historyFolder(parts) + name;
}

/** The key under which an item lies that is too big for a notification. */
export function oversizedItemKey(parts: OversizedItemKey): string {
  const { accountId, region, resourceType, resourceId, captureTime, configurationStateId } = parts;
  const resource = `${resourceType}_${resourceId}`;
  const name = `${accountId}_Config_${region}_ChangeNotification_${resource}_${stamp(captureTime)}_${configurationStateId}.json.gz`;
  return `${dayFolder(parts, captureTime)}OversizedChangeNotification/${resourceType}/${resourceId}/${name}`;
}

/** The empty object that AWS Config writes to learn whether it may write: above the region folders. */
export function checkFileKey(owner: KeyOwner): string {
  return `${accountFolder(owner)}ConfigWritabilityCheckFile`;
}

const accountPattern = /^(?:(?<prefix>.+)\/)?AWSLogs\/(?<accountId>\d{12})\/Config\/(?<rest>.+)$/s;
const regionDayPattern = /^(?<region>[a-z0-9-]+)\/\d{4}\/(?:[1-9]|1[0-2])\/(?:[1-9]|[12]\d|3[01])\/(?<rest>.+)$/s;
const snapshotPattern = /^ConfigSnapshot\/(?<owner>[^/]+)_ConfigSnapshot_(?<at>\w{16})_(?<id>[0-9A-Za-z-]+)\.json\.gz$/;
// AWS's own types hold no slash, those of other clouds may (`Microsoft.Compute/virtualMachines`).
const historyPattern =
  /^ConfigHistory\/(?<owner>[^/]+?)_ConfigHistory_(?<type>.+)_(?<first>\d{8}T\d{6}Z)_(?<last>\d{8}T\d{6}Z)_(?<sequence>[1-9]\d{0,8})\.json\.gz$/s;
const oversizedFolder = 'OversizedChangeNotification/';
const oversizedEnd = /_(?<at>\d{8}T\d{6}Z)_(?<state>[0-9A-Za-z-]+)\.json\.gz$/;

/** Tells what an object is from its key alone; any key that AWS Config would not write is `other`. Never throws. */
export function parseObjectKey(key: string): ParsedObjectKey {
  const account = groups(accountPattern, key);
  if (!account?.accountId || !account.rest) return { kind: 'other' };
  const owner: KeyOwner = { accountId: account.accountId };
  if (account.prefix !== undefined) owner.prefix = account.prefix;
  if (account.rest === 'ConfigWritabilityCheckFile') return { kind: 'check-file', ...owner };
  const day = groups(regionDayPattern, account.rest);
  if (!day?.region || !day.rest) return { kind: 'other' };
  const place = { ...owner, region: day.region };
  return (
    parseSnapshot(place, day.rest) ??
    parseHistory(place, day.rest, account.rest) ??
    parseOversized(place, day.rest) ?? { kind: 'other' }
  );
}

type Place = KeyOwner & { region: string };

function parseSnapshot(place: Place, rest: string): ParsedObjectKey | undefined {
  const found = groups(snapshotPattern, rest);
  const deliveredAt = parseStamp(found?.at);
  if (!found?.id || !deliveredAt || found.owner !== fileOwner(place)) return undefined;
  return { kind: 'snapshot', ...place, deliveredAt, configSnapshotId: found.id };
}

function parseHistory(place: Place, rest: string, dated: string): ParsedObjectKey | undefined {
  const found = groups(historyPattern, rest);
  const firstCaptureTime = parseStamp(found?.first);
  const lastCaptureTime = parseStamp(found?.last);
  const [, year, month, day] = dated.split('/').map(Number);
  const deliveredAt = utcDay(year, month, day);
  if (!found?.type || !firstCaptureTime || !lastCaptureTime || !deliveredAt) return undefined;
  if (found.owner !== fileOwner(place)) return undefined;
  const times = { deliveredAt, firstCaptureTime, lastCaptureTime };
  return { kind: 'history', ...place, resourceType: found.type, ...times, sequence: Number(found.sequence) };
}

/**
 * Type and id stand twice in the key: as `{type}/{id}` and, behind the owner, as `{type}_{id}`. Both may hold slashes and underscores, so
 * that they are told by the one place in which the two differ.
 */
function parseOversized(place: Place, rest: string): ParsedObjectKey | undefined {
  const end = oversizedEnd.exec(rest);
  const captureTime = parseStamp(end?.groups?.at);
  if (!rest.startsWith(oversizedFolder) || !end?.groups?.state || !captureTime) return undefined;
  const twice = rest.slice(oversizedFolder.length, end.index);
  const between = `/${fileOwner(place)}_ChangeNotification_`;
  const length = (twice.length - between.length) / 2;
  if (!Number.isInteger(length) || !twice.startsWith(between, length)) return undefined;
  const [inFolder, inName] = [twice.slice(0, length), twice.slice(length + between.length)];
  let split = 0;
  while (split < length && inFolder[split] === inName[split]) split += 1;
  const [resourceType, resourceId] = [inFolder.slice(0, split), inFolder.slice(split + 1)];
  if (resourceType === '' || resourceId === '') return undefined;
  if (inFolder !== `${resourceType}/${resourceId}` || inName !== `${resourceType}_${resourceId}`) return undefined;
  return {
    kind: 'oversized-item',
    ...place,
    resourceType,
    resourceId,
    captureTime,
    configurationStateId: end.groups.state,
  };
}

function groups(pattern: RegExp, text: string): Record<string, string | undefined> | undefined {
  return pattern.exec(text)?.groups;
}

/** The folder of an account's objects, with its slash: `[prefix/]AWSLogs/{account}/Config/`. */
export function accountFolder({ prefix, accountId }: KeyOwner): string {
  // A channel's prefix is given without its slash; one that ends in `/` would make a folder without a name.
  const before = prefix?.replace(/\/+$/, '');
  return `${before ? `${before}/` : ''}AWSLogs/${accountId}/Config/`;
}

function dayFolder(place: Place, at: Date): string {
  const date = `${String(at.getUTCFullYear()).padStart(4, '0')}/${at.getUTCMonth() + 1}/${at.getUTCDate()}`;
  return `${accountFolder(place)}${place.region}/${date}/`;
}

function fileOwner({ accountId, region }: Place): string {
  return `${accountId}_Config_${region}`;
}

/** `20261122T083154Z`. */
function stamp(time: Date): string {
  return time.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

const stampPattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

function parseStamp(text: string | undefined): Date | undefined {
  const time = new Date((text ?? '').replace(stampPattern, '$1-$2-$3T$4:$5:$6Z'));
  // `new Date` takes 30 February for 2 March: only a time that prints as it was read is one.
  return !Number.isNaN(time.getTime()) && stamp(time) === text ? time : undefined;
}

function utcDay(year = 0, month = 0, day = 0): Date | undefined {
  const time = new Date(Date.UTC(year, month - 1, day));
  return time.getUTCMonth() === month - 1 && time.getUTCFullYear() === year ? time : undefined;
}
