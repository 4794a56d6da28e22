import { keepPreviousData, queryOptions } from '@tanstack/react-query';
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
  type DeliveryView,
  deliverResponse,
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
  deliver: (deliveryChannelName: string) => post(deliverResponse, '/api/delivery/snapshots', { deliveryChannelName }),
  verify: (id: string) => post(verificationView, `/api/delivery/attempts/${encodeURIComponent(id)}/verification`, {}),
  testChannel: (channel: ChannelTestRequest) => post(channelTestView, '/api/delivery/channel/test', channel),
  setUp: () => post(deliveryView, '/api/delivery/setup', {}),
};
