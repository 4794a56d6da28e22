import type { Queryable } from '../../../database/database';
import type { Scope } from '../../../items/scope';
import { type DeliveryFormatName, findFormatStatus, saveOutcome } from '../../channel/status-store';
import { enqueueAlert } from './outbox-store';

/** How a delivery of one format ended. */
export interface Outcome {
  channelName: string;
  format: DeliveryFormatName;
  at: Date;
  error?: { code: string; message: string };
  /** Of a snapshot. */
  configSnapshotId?: string;
}

/**
 * Records how a delivery ended in the status of its format and, where somebody wants alerts, enters one: for each that failed, and
 * for the first that succeeds after a failure. The stream is tried again and again: of it only the first failure is told.
 */
export async function recordOutcome(tx: Queryable, scope: Scope, outcome: Outcome, alerts: boolean): Promise<void> {
  const { channelName, format, at, error } = outcome;
  if (alerts) {
    const { lastStatus, lastSuccessfulTime } = (await findFormatStatus(tx, scope, channelName))[format];
    const failing = lastStatus === 'FAILURE';
    if (error ? !(failing && format === 'stream') : failing) {
      await enqueueAlert(tx, scope, alertBody(scope, outcome, lastSuccessfulTime), at);
    }
  }
  await saveOutcome(tx, scope, channelName, format, { at, error });
}

/** What a webhook is sent: docs/alerts.md tells of each field. */
function alertBody(scope: Scope, outcome: Outcome, lastSuccessfulTime: Date | undefined): string {
  const { channelName, format, at, error, configSnapshotId } = outcome;
  return JSON.stringify({
    version: 1,
    event: error ? 'delivery.failed' : 'delivery.recovered',
    time: at.toISOString(),
    awsAccountId: scope.accountId,
    awsRegion: scope.region,
    deliveryChannelName: channelName,
    format,
    configSnapshotId: configSnapshotId ?? null,
    errorCode: error?.code ?? null,
    errorMessage: error?.message ?? null,
    lastSuccessfulTime: (error ? lastSuccessfulTime : at)?.toISOString() ?? null,
  });
}
