import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { apiUrl } from '../client/api-url';
import { get, post } from '../client/request';
import {
  type AttemptsRequest,
  type AttemptsView,
  type AttemptView,
  attemptsView,
  attemptView,
  type ChannelTestRequest,
  channelTestView,
  type DeliveryAttempt,
  type DeliveryRegionsView,
  type DeliveryView,
  deliverResponse,
  deliveryRegionsView,
  deliveryView,
  verificationView,
} from '../contract/delivery';
import { activePollMs, idlePollMs } from './polling';

const isRunning = ({ phase }: DeliveryAttempt) => phase !== 'delivered' && phase !== 'failed';

export const deliveryQueries = {
  delivery: (region?: string) =>
    queryOptions<DeliveryView>({
      queryKey: region === undefined ? ['delivery'] : ['delivery', region],
      queryFn: get(deliveryView, '/api/delivery', { region }),
      refetchInterval: (query) => (query.state.data?.running ? activePollMs : 5_000),
    }),
  /** Asked again by itself only where there is more than the home, which `delivery` tells of. */
  regions: () =>
    queryOptions<DeliveryRegionsView>({
      queryKey: ['delivery-regions'],
      queryFn: get(deliveryRegionsView, '/api/delivery/regions'),
      refetchInterval: (query) => ((query.state.data?.regions.length ?? 0) > 1 ? idlePollMs : false),
    }),
  attempts: (parameters: AttemptsRequest) =>
    queryOptions<AttemptsView>({
      queryKey: ['attempts', parameters],
      queryFn: get(attemptsView, '/api/delivery/attempts', parameters),
      placeholderData: keepPreviousData,
      refetchInterval: (query) => (query.state.data?.attempts.some(isRunning) ? 1_000 : idlePollMs),
    }),
  attempt: (id: string) =>
    queryOptions<AttemptView>({
      queryKey: ['attempt', id],
      queryFn: get(attemptView, `/api/delivery/attempts/${encodeURIComponent(id)}`),
      refetchInterval: (query) => (query.state.data && isRunning(query.state.data.attempt) ? activePollMs : false),
    }),
};

export const deliveryCommands = {
  deliver: ({ deliveryChannelName, region }: { deliveryChannelName: string; region?: string }) =>
    post(deliverResponse, apiUrl('/api/delivery/snapshots', { region }), { deliveryChannelName }),
  verify: (id: string) => post(verificationView, `/api/delivery/attempts/${encodeURIComponent(id)}/verification`, {}),
  testChannel: (channel: ChannelTestRequest) => post(channelTestView, '/api/delivery/channel/test', channel),
  setUp: (region?: string) => post(deliveryView, apiUrl('/api/delivery/setup', { region }), {}),
};
