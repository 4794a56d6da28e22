import { isLoopbackAddress, isLoopbackHost } from '../../settings/loopback';
import type { ApiError } from '../contract/error';
import { respond } from './respond';

/**
 * The refusal of a request whose Host header is not a loopback name, nor one that the operator allows (`allowed`, in lower case), while we
 * listen on a loopback address (`host`): by DNS rebinding a page of any site can reach us under its own name, and would be taken for one of ours.
 * Undefined: let it pass.
 */
export function refuseForeignHost(headers: Headers, host: string, allowed: readonly string[]): Response | undefined {
  const named = headers.get('host');
  if (!isLoopbackAddress(host) || isLoopbackHost(named)) return undefined;
  const name = (named ?? '').slice(0, 255);
  if (allowed.includes(name.replace(/:\d+$/, '').toLowerCase())) return undefined;
  const message = `Snapscope listens on ${host} for this machine alone and is not served as "${name}". Open it as http://${host} with its port, set HOST to an address of your network, or name the host in SNAPSCOPE_ALLOWED_HOSTS if a reverse proxy serves it under that name.`;
  const body: ApiError = { error: { code: 'ForeignHost', kind: 'denied', message } };
  return respond(body, 403);
}
