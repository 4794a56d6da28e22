import type { DeliveryService } from '../delivery/delivery';
import { DomainError, errorCode, errorMessage } from '../errors';
import type { Log } from '../log/log';
import type { ObjectStore } from '../object-store/port';
import type { RecorderService } from '../recorder/recorder';

/** For so long the first start waits for the first recording; what takes longer goes on while pages are served. */
const firstRecordingTimeoutMs = 50_000;

export interface FirstSetUpParts {
  recorder: Pick<RecorderService, 'find' | 'put' | 'start' | 'discover'>;
  delivery: Pick<DeliveryService, 'findChannel' | 'putChannel'>;
  store: Pick<ObjectStore, 'description' | 'createBucket'>;
  accountId: string;
  /** Whether IAM's resources are recorded here: once in an account, in the home Region, lest they be there several times. */
  globalTypes: boolean;
  /** Of the channel. */
  bucket: string;
  keyPrefix?: string;
  log: Log;
  /** Of the wait for the first recording. */
  timeoutMs?: number;
}

/**
 * What the first start does, and what can be tried again: a recorder, a channel, and the first recording. Later starts find
 * all that there, and record anew in the background.
 */
export function createFirstSetUp(parts: FirstSetUpParts) {
  const { recorder, log, timeoutMs = firstRecordingTimeoutMs } = parts;
  let failure: { code: string; message: string } | undefined;

  return {
    /** Why there is no channel, if the last try could not make one. */
    failure: () => failure,

    async run(): Promise<void> {
      failure = await attempt(parts);
      const state = await recorder.find();
      if (state && !state.recording && !state.lastStopTime) await recorder.start();
      const recording = recorder
        .discover()
        .then(() => undefined)
        // The recorder's own status tells the user.
        .catch((error: unknown) => {
          if (errorCode(error) !== 'ServerStopping') log.error({ err: error }, 'The resources could not be recorded');
        });
      const never = !state || state.lastStatus === 'PENDING';
      if (never) await atMost(timeoutMs, recording);
    },
  };
}

async function attempt(parts: FirstSetUpParts): Promise<{ code: string; message: string } | undefined> {
  try {
    await ensureRecorder(parts);
    await ensureChannel(parts);
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) parts.log.error({ err: error }, 'The first set-up failed');
    return { code: errorCode(error), message: failureMessage(error) };
  }
}

async function ensureRecorder({ recorder, accountId, globalTypes }: FirstSetUpParts): Promise<void> {
  if (await recorder.find()) return;
  await recorder.put({
    name: 'default',
    // The role that AWS's own set-up gives the recorder.
    roleArn: `arn:aws:iam::${accountId}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
    recordingGroup: {
      allSupported: true,
      includeGlobalResourceTypes: globalTypes,
      resourceTypes: [],
      exclusionByResourceTypes: { resourceTypes: [] },
      recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
    },
    recordingMode: { recordingFrequency: 'CONTINUOUS', recordingModeOverrides: [] },
  });
}

async function ensureChannel({ delivery, store, bucket, keyPrefix }: FirstSetUpParts): Promise<void> {
  if (await delivery.findChannel()) return;
  // A folder of ours is made; a bucket in somebody's S3 is theirs to make.
  if (store.description.kind === 'directory') await store.createBucket(bucket);
  await delivery.putChannel({ name: 'default', s3BucketName: bucket, s3KeyPrefix: keyPrefix });
}

function failureMessage(error: unknown): string {
  if (!(error instanceof DomainError))
    return 'The set-up failed for a reason inside Snapscope; its log has the details.';
  if (error.code !== 'NoSuchBucketException') return errorMessage(error);
  return `${errorMessage(error)} Make the bucket, or name another one with SNAPSCOPE_BUCKET, then try again.`;
}

/** Waits for `task`, which does not reject, but no longer than `milliseconds`. */
async function atMost(milliseconds: number, task: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([task, late]);
  clearTimeout(timer);
}
