import { expect, test, vi } from 'vitest';
import { switchRecording } from './recording-switch';

const state = {
  name: 'default',
  recordingGroup: {},
  recordingMode: {},
  recording: false,
  lastStatus: 'PENDING' as const,
};

function parts({ recorder = true, channel = true }) {
  const done: string[] = [];
  return {
    done,
    recorder: {
      find: vi.fn(async () => (recorder ? state : undefined)),
      start: async () => void done.push('start'),
      stop: async () => void done.push('stop'),
      beginDiscovery: async () => void done.push('discover'),
    },
    delivery: { findChannel: async () => (channel ? { name: 'default', s3BucketName: 'config-bucket' } : undefined) },
  };
}

test('turning on starts the recorder and observes what there is; turning off stops it', async () => {
  const all = parts({});
  await switchRecording(all, true);
  await switchRecording(all, false);
  expect(all.done).toEqual(['start', 'discover', 'stop']);
});

test('there must be a recorder, and to turn it on a channel too', async () => {
  const without = parts({ recorder: false });
  await expect(switchRecording(without, false)).rejects.toMatchObject({
    code: 'NoAvailableConfigurationRecorderException',
  });
  const unchannelled = parts({ channel: false });
  await expect(switchRecording(unchannelled, true)).rejects.toMatchObject({
    code: 'NoAvailableDeliveryChannelException',
  });
  await switchRecording(unchannelled, false);
  expect([...without.done, ...unchannelled.done]).toEqual(['stop']);
});
