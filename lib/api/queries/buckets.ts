import { queryOptions } from '@tanstack/react-query';
import { get } from '../client/request';
import { bucketsView, folderView, objectView } from '../contract/buckets';

export const bucketQueries = {
  buckets: () => queryOptions({ queryKey: ['buckets'], queryFn: get(bucketsView, '/api/buckets') }),
  folder: (parameters: { bucket: string; prefix: string; filter: string; token?: string }) =>
    queryOptions({ queryKey: ['folder', parameters], queryFn: get(folderView, '/api/buckets/objects', parameters) }),
  object: (parameters: { bucket: string; key: string }) =>
    queryOptions({ queryKey: ['object', parameters], queryFn: get(objectView, '/api/buckets/object', parameters) }),
};
