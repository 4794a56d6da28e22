import type { FormatStatus } from '../channel/status-store';
import type { Attempt } from './attempt-store';

/** An attempt as the browser sees it: times as ISO 8601 in UTC. */
export function attemptView({ failure, ...attempt }: Attempt) {
  return {
    ...attempt,
    errorCode: failure?.code,
    errorMessage: failure?.message,
    failedStep: failure?.step,
    remedy: failure?.remedy,
    requestedAt: attempt.requestedAt.toISOString(),
    finishedAt: attempt.finishedAt?.toISOString(),
  };
}

/** A format's status as the browser sees it. */
export function formatView(status: FormatStatus) {
  return {
    lastStatus: status.lastStatus,
    lastErrorCode: status.lastErrorCode,
    lastErrorMessage: status.lastErrorMessage,
    lastAttemptTime: status.lastAttemptTime?.toISOString(),
    lastSuccessfulTime: status.lastSuccessfulTime?.toISOString(),
    lastStatusChangeTime: status.lastStatusChangeTime?.toISOString(),
    nextDeliveryTime: status.nextDeliveryTime?.toISOString(),
  };
}
