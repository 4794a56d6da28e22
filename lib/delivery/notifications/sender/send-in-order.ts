/** How many messages are under way at once. */
const atOnce = 8;

/**
 * Sends `items` several at a time, those of one group one after the other. After a failure nothing more is begun.
 *
 * @param mayBegin asked before each: false ends it early, without a failure
 * @returns which items were sent, by their place in the list, and the first failure
 */
export async function sendInOrder<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
  send: (item: Item) => Promise<void>,
  mayBegin: () => boolean,
): Promise<{ sent: ReadonlySet<number>; failure?: { error: unknown } }> {
  const sent = new Set<number>();
  const last = new Map<string, Promise<void>>();
  let failure: { error: unknown } | undefined;
  let next = 0;

  async function sendOne(at: number, item: Item, before: Promise<void> | undefined): Promise<void> {
    await before;
    if (failure || !mayBegin()) return;
    try {
      await send(item);
      sent.add(at);
    } catch (error) {
      failure ??= { error };
    }
  }

  async function work(): Promise<void> {
    for (;;) {
      const at = next++;
      const item = items[at];
      if (item === undefined || failure || !mayBegin()) return;
      const group = groupOf(item);
      const sending = sendOne(at, item, last.get(group));
      last.set(group, sending);
      await sending;
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work));
  return { sent, failure };
}
