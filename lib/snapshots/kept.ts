/** The value of a name, made once; the oldest of more than `most` is forgotten, and so is a failure. */
export function kept<Name, T>(store: Map<Name, Promise<T>>, name: Name, make: () => Promise<T>, most = 8): Promise<T> {
  const present = store.get(name);
  if (present !== undefined) return present;
  const made = make();
  store.set(name, made);
  made.catch(() => store.delete(name));
  const [oldest] = store.keys();
  if (store.size > most && oldest !== undefined) store.delete(oldest);
  return made;
}
