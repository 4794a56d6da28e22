/** Which page of which bucket's snapshots a URL asks for; also what is asked of the server. */
export function readListUrl(query: URLSearchParams) {
  return { bucket: query.get('bucket') || undefined, token: query.get('token') || undefined };
}
