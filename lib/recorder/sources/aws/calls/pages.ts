/** The resources of all pages that a paginator of the SDK gives: `flattenPages(paginateDescribeVolumes(...), (page) => page.Volumes)`. */
export async function* flattenPages<Page, Resource>(
  paginator: AsyncIterable<Page>,
  resourcesOf: (page: Page) => readonly Resource[] | undefined,
): AsyncGenerator<Resource> {
  for await (const page of paginator) yield* resourcesOf(page) ?? [];
}

/**
 * The resources of all pages of a call for which the SDK has no paginator: `flattenTokenPages((NextToken) => client.send(...),
 * (page) => page.Rules, (page) => page.NextToken)`. `call` is given the token of the page before, undefined at first.
 */
export async function* flattenTokenPages<Page, Resource>(
  call: (token: string | undefined) => Promise<Page>,
  resourcesOf: (page: Page) => readonly Resource[] | undefined,
  tokenOf: (page: Page) => string | undefined,
): AsyncGenerator<Resource> {
  let token: string | undefined;
  do {
    const page = await call(token);
    yield* resourcesOf(page) ?? [];
    token = tokenOf(page) || undefined;
  } while (token !== undefined);
}

/**
 * Each of `resources` with what `complete` makes of it (further calls for one resource), in order, `width` at a time. Undefined
 * leaves one out, as for a resource that went away between the list and the call.
 */
export async function* enrich<Resource, Whole>(
  resources: AsyncIterable<Resource>,
  complete: (resource: Resource) => Promise<Whole | undefined>,
  width = 4,
): AsyncGenerator<Whole> {
  const under: Promise<Whole | undefined>[] = [];
  try {
    for await (const resource of resources) {
      const whole = complete(resource);
      // It may fail before its turn comes: it is awaited then.
      whole.catch(() => undefined);
      under.push(whole);
      if (under.length < width) continue;
      const first = await under.shift();
      if (first !== undefined) yield first;
    }
    while (under.length > 0) {
      const first = await under.shift();
      if (first !== undefined) yield first;
    }
  } finally {
    // After a failure nobody else waits for the others: their failures say nothing new.
    await Promise.allSettled(under);
  }
}
