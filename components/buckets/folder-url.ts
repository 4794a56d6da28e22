/** Which page of which folder a URL asks for; also what is asked of the server. */
export function readFolderUrl(bucket: string, query: URLSearchParams) {
  return {
    bucket,
    prefix: query.get('prefix') ?? '',
    filter: query.get('filter') ?? '',
    token: query.get('token') ?? undefined,
  };
}
