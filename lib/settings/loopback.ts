/** Whether a server that listens on `host` is reached from its own machine alone. */
export function isLoopbackAddress(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Whether a Host header (with or without a port) names this machine by a loopback name. A page of another site whose name
 * leads here (DNS rebinding), and a proxy that serves others, both tell another name.
 */
export function isLoopbackHost(header: string | null | undefined): boolean {
  const host = (header ?? '').replace(/:\d+$/, '').toLowerCase();
  return isLoopbackAddress(host.replace(/^\[(.*)\]$/, '$1')) && host !== '::1';
}
