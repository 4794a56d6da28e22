/** Whether an id in a picture is that of a resource (`account/region/type/id`), not of a box that is none (`zone:…`, `alike:…`). */
export function isResourceId(id: string): boolean {
  return /^[^:/]*\//.test(id);
}
