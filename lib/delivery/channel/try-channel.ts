import { checkFileKey } from '../../buckets/object-key';
import { DomainError } from '../../errors';
import type { Scope } from '../../items/scope';
import { noSuchBucket } from '../../object-store/names';
import type { ObjectStore } from '../../object-store/port';
import type { DeliveryChannel } from './channel-store';
import { writeCheckFile } from './check-channel';
import { type DeliveryStep, failedStep, remedyFor } from './failure';

export type TrialStep = 'exists' | 'list' | 'write' | 'encrypt' | 'read' | 'clean-up';

/** How a step of a trial went. Deliveries go without an optional one. */
export interface TrialResult {
  step: TrialStep;
  status: 'passed' | 'failed' | 'skipped';
  optional: boolean;
  code?: string;
  message?: string;
  remedy?: string;
}

type Where = Pick<DeliveryChannel, 's3BucketName' | 's3KeyPrefix' | 's3KmsKeyArn'>;

interface Trial {
  step: TrialStep;
  optional?: true;
  /** The step of a delivery that fails where this one does. */
  of: DeliveryStep;
  /** What AWS calls the permission that the step wants, where it is refused. */
  permission: string;
  wanted?: (channel: Where) => boolean;
  run(store: ObjectStore, scope: Scope, channel: Where): Promise<unknown>;
}

const keyOf = (scope: Scope, { s3KeyPrefix }: Where) =>
  checkFileKey({ prefix: s3KeyPrefix, accountId: scope.accountId });

/**
 * What deliveries through a channel need, in their order. AWS Config itself asks for s3:GetBucketAcl, s3:ListBucket and
 * s3:PutObject ("Permissions for the Amazon S3 Bucket", AWS Config Developer Guide); the others are ours.
 */
const trials: readonly Trial[] = [
  {
    step: 'exists',
    of: 'bucket',
    permission: 's3:ListBucket',
    async run(store, _scope, { s3BucketName }) {
      if (!(await store.bucketExists(s3BucketName))) throw noSuchBucket(s3BucketName);
    },
  },
  {
    step: 'list',
    optional: true,
    of: 'bucket',
    permission: 's3:ListBucket',
    run: (store, scope, channel) => store.list(channel.s3BucketName, { prefix: keyOf(scope, channel), limit: 1 }),
  },
  {
    step: 'write',
    of: 'check-file',
    permission: 's3:PutObject',
    run: (store, scope, channel) => writeCheckFile(store, scope, { ...channel, s3KmsKeyArn: undefined }),
  },
  {
    step: 'encrypt',
    of: 'encrypt',
    permission: 'kms:GenerateDataKey',
    wanted: ({ s3KmsKeyArn }) => s3KmsKeyArn !== undefined,
    run: (store, scope, channel) => writeCheckFile(store, scope, channel),
  },
  {
    step: 'read',
    optional: true,
    of: 'check-file',
    permission: 's3:GetObject',
    run: (store, scope, channel) => store.head(channel.s3BucketName, keyOf(scope, channel)),
  },
  {
    step: 'clean-up',
    optional: true,
    of: 'bucket',
    permission: 's3:ListBucketMultipartUploads',
    // Before all time: nothing is cleared away.
    run: (store, scope, channel) => store.discardUnfinished(channel.s3BucketName, keyOf(scope, channel), new Date(0)),
  },
];

/**
 * Tries step by step what deliveries through a channel would do. The check file is written, as AWS Config does when a channel is put;
 * nothing else is changed. After a step that must pass and does not, the others are skipped.
 */
export async function tryChannel(
  store: ObjectStore,
  scope: Scope,
  channel: Where,
): Promise<{ passed: boolean; steps: TrialResult[] }> {
  const steps: TrialResult[] = [];
  let stopped = false;
  for (const trial of trials) {
    const { step, optional = false, wanted } = trial;
    if (stopped || wanted?.(channel) === false) {
      steps.push({ step, status: 'skipped', optional });
      continue;
    }
    const failure = await failureOf(trial, store, scope, channel);
    steps.push({ step, status: failure ? 'failed' : 'passed', optional, ...failure });
    stopped = failure !== undefined && !optional;
  }
  return { passed: !stopped, steps };
}

async function failureOf(
  trial: Trial,
  store: ObjectStore,
  scope: Scope,
  channel: Where,
): Promise<Pick<TrialResult, 'code' | 'message' | 'remedy'> | undefined> {
  try {
    await trial.run(store, scope, channel);
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message } = error;
    const remedy = remedyFor(code, failedStep(error, trial.of), { scope, channel })?.replace(
      /s3:(ListBucket|PutObject)/,
      trial.permission,
    );
    return { code, message, remedy };
  }
}
