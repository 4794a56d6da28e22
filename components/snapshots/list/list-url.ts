/** Which page of which bucket's snapshots an address asks for; also what is asked of the server. */
export function readListPlace(query: URLSearchParams) {
  return { bucket: query.get('bucket') || undefined, token: query.get('token') || undefined };
}
