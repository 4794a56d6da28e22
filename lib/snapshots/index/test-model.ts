import type { Relationship } from '../../items/configuration-item';
import type { DocumentItem } from '../../items/form/read-item';

/** A plain model of what leads where, to test against: it looks at every item for every question, and shares no code with what is tested. */
export class PlainModel {
  /** The items that count, in the order of the file: the newest one of each resource, where it tells no deletion. */
  readonly counted: readonly number[];

  /** With `until`, of the items that were captured by then. */
  constructor(
    readonly items: readonly DocumentItem[],
    until?: string,
  ) {
    const isThere = ({ configurationItemCaptureTime: time = '' }: DocumentItem) =>
      until === undefined || (time !== '' && Date.parse(time) <= Date.parse(until));
    const isCounted = (item: DocumentItem, at: number) =>
      isThere(item) &&
      !(item.configurationItemStatus ?? '').includes('Deleted') &&
      items.every(
        (other, n) => n === at || !isThere(other) || !this.#isSame(item, other) || isBefore(other, item, n < at),
      );
    this.counted = items.flatMap((item, at) => (isCounted(item, at) ? [at] : []));
  }

  /** `account/Region/type/id`, the type in small letters. */
  keyOf(at: number): string {
    const item = this.items[at];
    return item ? this.#key(item.awsAccountId, item.awsRegion, item.resourceType, item.resourceId) : '';
  }

  /** The item that a relationship of an item leads to; -1 where it is not there, or may be several. */
  resolve(at: number, relationship: Relationship): number {
    const teller = this.items[at];
    const named = relationship.resourceId || relationship.resourceName;
    if (!teller || !named) return -1;
    const isName = !relationship.resourceId;
    const arn = named.startsWith('arn:') ? named.split(':') : [];
    const [account = '', region = ''] = [arn[4], arn[3]];
    const isArn = arn.length >= 6 && arn.slice(5).join(':') !== '';
    const here = this.#found(relationship.resourceType, named, isName ? ['name', 'id'] : ['id'], [
      ...(isArn && account ? arnRungs(account, region) : []),
      ({ awsAccountId, awsRegion }) => awsAccountId === teller.awsAccountId && awsRegion === teller.awsRegion,
      ({ awsAccountId, awsRegion }) => awsAccountId === teller.awsAccountId && awsRegion === 'global',
      ({ awsAccountId }) => awsAccountId === teller.awsAccountId,
      () => true,
    ]);
    if (here !== 'none' || !isArn) return here === 'none' ? -1 : this.#orItself(here, at, relationship);
    const resource = arn.slice(5).join(':').replace(/:\*$/, '');
    for (const ending of [resource, resource.replace(/^[^:/]*[:/]/, ''), resource.replace(/^.*[:/]/s, '')]) {
      if (ending === '') continue;
      const rungs = account
        ? arnRungs(account, region)
        : [
            (other: DocumentItem) => other.awsAccountId === teller.awsAccountId && other.awsRegion === teller.awsRegion,
            (other: DocumentItem) => other.awsAccountId === teller.awsAccountId && other.awsRegion === 'global',
            (other: DocumentItem) => other.awsAccountId === teller.awsAccountId,
            () => true,
          ];
      const found = this.#found(relationship.resourceType, ending, ['id', 'name'], rungs);
      if (found !== 'none') return this.#orItself(found, at, relationship);
    }
    return -1;
  }

  /** The key of what a relationship leads to: of the item, else of the resource that is not there; undefined where it names nothing. */
  targetKey(at: number, relationship: Relationship): string | undefined {
    const named = relationship.resourceId || relationship.resourceName;
    if (!named) return undefined;
    const to = this.resolve(at, relationship);
    return to >= 0 ? this.keyOf(to) : this.#assumedKey(at, relationship.resourceType, named);
  }

  #orItself(found: number | 'several', at: number, { resourceType, resourceId, resourceName }: Relationship): number {
    if (found !== 'several') return found;
    const key = this.#assumedKey(at, resourceType, resourceId || resourceName || '');
    return this.counted.find((item) => this.keyOf(item) === key) ?? -1;
  }

  #assumedKey(at: number, resourceType: string, named: string): string {
    const teller = this.items[at];
    const arn = named.startsWith('arn:') && named.split(':').length > 5 ? named.split(':') : [];
    const isGlobal = /^aws::(iam::|route53::hostedzone$)/i.test(resourceType);
    const region = arn[3] || (isGlobal ? 'global' : (teller?.awsRegion ?? ''));
    return this.#key(arn[4] || (teller?.awsAccountId ?? ''), region, resourceType, named);
  }

  #found(
    resourceType: string,
    named: string,
    order: readonly ('id' | 'name')[],
    rungs: readonly ((item: DocumentItem) => boolean)[],
  ): number | 'none' | 'several' {
    for (const rung of rungs) {
      let several = false;
      for (const by of order) {
        const matches = this.counted.filter((at) => {
          const item = this.items[at];
          if (!item || item.resourceType.toLowerCase() !== resourceType.toLowerCase() || !rung(item)) return false;
          return (by === 'id' ? item.resourceId : item.resourceName) === named;
        });
        if (matches.length === 1) return matches[0] ?? 'none';
        if (matches.length > 1) several = true;
      }
      if (several) return 'several';
    }
    return 'none';
  }

  #isSame(a: DocumentItem, b: DocumentItem): boolean {
    return (
      a.awsAccountId === b.awsAccountId &&
      a.awsRegion === b.awsRegion &&
      a.resourceType.toLowerCase() === b.resourceType.toLowerCase() &&
      a.resourceId === b.resourceId
    );
  }

  #key(account: string, region: string, resourceType: string, resourceId: string): string {
    const parts = [account, region, resourceType.toLowerCase()];
    return [...parts.map((part) => part.replace(/%/g, '%25').replace(/\//g, '%2F')), resourceId].join('/');
  }
}

/** Whether an item is older than another one of the same resource. */
function isBefore(one: DocumentItem, other: DocumentItem, isEarlierInFile: boolean): boolean {
  const time = (item: DocumentItem) => Date.parse(item.configurationItemCaptureTime ?? '-000001-01-01T00:00:00Z');
  if (time(one) !== time(other)) return time(one) < time(other);
  const id = (item: DocumentItem) =>
    /^\d+$/.test(`${item.configurationStateId}`) ? Number(item.configurationStateId) : 0;
  return id(one) === id(other) ? isEarlierInFile : id(one) < id(other);
}

function arnRungs(account: string, region: string): ((item: DocumentItem) => boolean)[] {
  if (region) return [({ awsAccountId, awsRegion }) => awsAccountId === account && awsRegion === region];
  return [
    ({ awsAccountId, awsRegion }) => awsAccountId === account && awsRegion === 'global',
    ({ awsAccountId }) => awsAccountId === account,
  ];
}
