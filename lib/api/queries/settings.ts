import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { get, post } from '../client/request';
import {
  type ConsoleOperation,
  describeChannels,
  describeRecorders,
  describeRetention,
  operationInput,
} from '../contract/operations';
import { settingsView } from '../contract/settings';

/** One of AWS Config's own operations, in the dashboard's account and region. */
function perform<Schema extends z.ZodType>(
  operation: ConsoleOperation,
  input: object,
  schema: Schema,
): Promise<z.infer<Schema>> {
  return post(schema, `/api/operations/${operation}`, input);
}

export const settingsQueries = {
  settings: () => queryOptions({ queryKey: ['settings'], queryFn: get(settingsView, '/api/settings') }),
  recorderSettings: () =>
    queryOptions({
      queryKey: ['recorder-settings'],
      queryFn: () => perform('DescribeConfigurationRecorders', {}, describeRecorders),
    }),
  channelSettings: () =>
    queryOptions({
      queryKey: ['channel-settings'],
      queryFn: () => perform('DescribeDeliveryChannels', {}, describeChannels),
    }),
  retentionSettings: () =>
    queryOptions({
      queryKey: ['retention-settings'],
      queryFn: () => perform('DescribeRetentionConfigurations', {}, describeRetention),
    }),
};

export const settingsCommands = {
  /** For operations that answer nothing. */
  perform: ({ operation, input }: { operation: ConsoleOperation; input: object }) =>
    perform(operation, input, operationInput),
};
