import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from '../client/request';
import { type ComparisonRequest, comparedItemView, comparisonView } from '../contract/comparison';

export const comparisonQueries = {
  comparison: (parameters: ComparisonRequest) =>
    queryOptions({
      queryKey: ['comparison', parameters],
      queryFn: get(comparisonView, '/api/snapshots/comparison', parameters),
      placeholderData: keepPreviousData,
    }),
  comparedItem: (parameters: { bucket: string; key: string; otherKey: string; before: number; after: number }) =>
    queryOptions({
      queryKey: ['compared item', parameters],
      queryFn: get(comparedItemView, '/api/snapshots/comparison/item', parameters),
    }),
};
