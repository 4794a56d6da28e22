export type UrlParameters = Record<string, string | number | readonly string[] | undefined>;

/** `/api/x?…` with repeated keys for lists; absent and empty values are left out. */
export function apiUrl(path: string, parameters: UrlParameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === '') continue;
    if (typeof value === 'object') for (const one of value) query.append(name, one);
    else query.append(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
