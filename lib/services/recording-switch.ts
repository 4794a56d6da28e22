import type { DeliveryService } from '../delivery/delivery';
import { DomainError } from '../errors';
import type { RecorderService } from '../recorder/recorder';

/**
 * Turns a recorder on, which begins to observe all sources at once, or off. Fails as StartConfigurationRecorder and
 * StopConfigurationRecorder do, in AWS's words: without a recorder, and turned on without a delivery channel.
 */
export async function switchRecording(
  {
    recorder,
    delivery,
  }: {
    recorder: Pick<RecorderService, 'find' | 'start' | 'stop' | 'beginDiscovery'>;
    delivery: Pick<DeliveryService, 'findChannel'>;
  },
  recording: boolean,
): Promise<void> {
  if (!(await recorder.find())) {
    const message = 'Configuration recorder not found. Add a configuration recorder and start recording.';
    throw new DomainError('not-found', 'NoAvailableConfigurationRecorderException', message);
  }
  if (!recording) return recorder.stop();
  if (!(await delivery.findChannel())) {
    const message = 'Delivery channel is not available to start configuration recorder.';
    throw new DomainError('conflict', 'NoAvailableDeliveryChannelException', message);
  }
  await recorder.start();
  await recorder.beginDiscovery();
}
