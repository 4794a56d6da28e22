import { apiUrl } from '@/lib/api/client/api-url';
import { difference } from '@/lib/api/contract/comparison';

export type Difference = (typeof difference.options)[number];

/** What the page of a comparison keeps in its URL. */
export interface CompareState {
  bucket: string;
  /** The earlier document, and the later one; empty while one is to be chosen. */
  key: string;
  otherKey: string;
  kinds: Difference[];
  search: string;
  page: number;
}

export function readCompareState(parameters: URLSearchParams): CompareState {
  const page = Number(parameters.get('page') ?? '1');
  return {
    bucket: parameters.get('bucket') ?? '',
    key: parameters.get('key') ?? '',
    otherKey: parameters.get('otherKey') ?? '',
    kinds: difference.options.filter((kind) => parameters.getAll('kinds').includes(kind)),
    search: (parameters.get('search') ?? '').slice(0, 256),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

export function compareHref({ page, ...state }: Partial<CompareState> & { bucket: string }): string {
  return apiUrl('/snapshots/compare', { ...state, page: page === 1 ? undefined : page });
}
