import { attemptsRequest } from '@/lib/api/contract/delivery';

const { shape } = attemptsRequest;
const defaultLimit = 25;

/** The page sizes on offer. */
export const pageSizes = [10, 25, 50, 100, 200];

/** Which part of the record is shown. */
export type RecordRequest = ReturnType<typeof readDeliveriesUrl>;

/** What the URL of the record asks for. A part that makes no sense falls back to its default. */
export function readDeliveriesUrl(parameters: URLSearchParams) {
  const one = (name: string) => parameters.get(name) || undefined;
  return {
    cursor: shape.cursor.catch(undefined).parse(one('cursor')),
    status: shape.status.catch(undefined).parse(one('status')),
    trigger: shape.trigger.catch(undefined).parse(one('trigger')),
    kind: shape.kind.catch(undefined).parse(one('kind')),
    region: shape.region.catch(undefined).parse(one('region')),
    limit: shape.limit.catch(defaultLimit).parse(one('limit') ?? defaultLimit),
  };
}

/** The URL that asks for this; what is as by default is left out. */
export function deliveriesHref({ cursor, status, trigger, kind, region, limit }: Partial<RecordRequest>): string {
  const parameters = new URLSearchParams();
  if (status) parameters.set('status', status);
  if (trigger) parameters.set('trigger', trigger);
  if (kind) parameters.set('kind', kind);
  if (region) parameters.set('region', region);
  if (limit !== undefined && limit !== defaultLimit) parameters.set('limit', String(limit));
  if (cursor) parameters.set('cursor', cursor);
  const query = parameters.toString();
  return query ? `/deliveries?${query}` : '/deliveries';
}

/** What the charts are drawn of, for a page of the record: the latest deliveries that were whole. */
export function chartRequest({ trigger, kind, region }: RecordRequest) {
  return { status: 'delivered' as const, trigger, kind, region, limit: 50 };
}

/** The page of one delivery. */
export function deliveryHref(configSnapshotId: string): string {
  return `/deliveries/item?${new URLSearchParams({ id: configSnapshotId })}`;
}

/** Which delivery such a URL names; empty where it names none. */
export function readDeliveryUrl(parameters: URLSearchParams): string {
  const id = parameters.get('id') ?? '';
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id.toLowerCase() : '';
}

/** The overview, of a Region other than the home where one is named. */
export function overviewHref(region?: string): string {
  return region ? `/?${new URLSearchParams({ region })}` : '/';
}

/** The Region that the URL of the overview names, if it does. */
export function readOverviewUrl(parameters: URLSearchParams): string | undefined {
  return shape.region.catch(undefined).parse(parameters.get('region') || undefined);
}
