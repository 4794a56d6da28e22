/** What Next hands to a page: its path's parts (still percent-encoded) and its query. */
export interface PageUrlProps<Path extends Record<string, string> = Record<never, string>> {
  params: Promise<Path>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * A page's URL in the form in which the browser reads its own: path parts decoded, the query as `URLSearchParams`. So the
 * server prefetches exactly what the page is going to ask for.
 */
export async function readPageUrl<Path extends Record<string, string>>({
  params,
  searchParams,
}: PageUrlProps<Path>): Promise<{ path: Path; query: URLSearchParams }> {
  const path = await params;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) {
    for (const one of [value ?? []].flat()) query.append(name, one);
  }
  return {
    path: Object.fromEntries(Object.entries(path).map(([name, part]) => [name, decoded(part)])) as Path,
    query,
  };
}
