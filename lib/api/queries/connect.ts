import { queryOptions } from '@tanstack/react-query';
import { get } from '../client/request';
import { connectView } from '../contract/connect';

export const connectQueries = {
  connect: () => queryOptions({ queryKey: ['connect'], queryFn: get(connectView, '/api/connect') }),
};
