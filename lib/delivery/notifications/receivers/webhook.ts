import { createHmac } from 'node:crypto';
import { DomainError } from '../../../errors';
import type { AlertHook } from './alert-hook';

const timeoutMs = 10_000;

/**
 * Posts alerts to an address of http or https. Each is signed: `Snapscope-Signature: t=<epoch seconds>,v1=<hex>`, where v1 is the
 * HMAC-SHA256 by the secret of `<t>.<body>`. A redirect is not followed: what was meant for one receiver is not told to another.
 *
 * @param secret none: alerts are not signed
 */
export function createWebhook({ url, secret }: { url: string; secret?: string }): AlertHook {
  // The path may be a secret too, as with chat services: messages tell the host alone.
  const { host } = new URL(url);
  return {
    async post({ id, body }, at, signal) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Snapscope',
          'snapscope-alert-id': id,
          ...(secret === undefined ? {} : { 'snapscope-signature': signature(secret, body, at) }),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
      }).catch((error: unknown) => {
        throw unreachable(host, error);
      });
      await response.body?.cancel().catch(() => undefined);
      if (!response.ok) throw refused(host, response.status);
    },
  };
}

function signature(secret: string, body: string, at: Date): string {
  const t = Math.floor(at.getTime() / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}

function unreachable(host: string, cause: unknown): DomainError {
  // fetch says only that it failed; why stands in its cause.
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const reason = inner instanceof Error ? ((inner as NodeJS.ErrnoException).code ?? inner.name) : 'unknown';
  return new DomainError(
    'unavailable',
    'WebhookUnavailable',
    `The alert webhook at ${host} did not answer: ${reason}.`,
  );
}

function refused(host: string, status: number): DomainError {
  if (status >= 300 && status < 400) {
    const message = `The alert webhook at ${host} answered with a redirect (${status}), which is not followed. Set SNAPSCOPE_ALERT_WEBHOOK_URL to where it leads.`;
    return new DomainError('denied', 'WebhookRedirected', message);
  }
  const passes = status >= 500 || status === 429 || status === 408;
  return new DomainError(
    passes ? 'unavailable' : 'denied',
    passes ? 'WebhookUnavailable' : 'WebhookRefused',
    `The alert webhook at ${host} answered with status ${status}.`,
  );
}
