import type { ConnectView } from '@/lib/api/contract/connect';

/** Which credentials an AWS client needs at an address: the configured keys, any at all, or none that would help. */
export type Credentials = 'keys' | 'any' | 'refused';

/**
 * What the server will answer to a client that calls it at `origin`: without access keys only this machine is answered, and only
 * at a loopback address.
 */
export function credentialsAt(
  origin: string,
  { accessKeys, loopbackOnly }: Pick<ConnectView, 'accessKeys' | 'loopbackOnly'>,
): Credentials {
  if (accessKeys.length > 0) return 'keys';
  return loopbackOnly && isLoopback(new URL(origin).hostname) ? 'any' : 'refused';
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
