/**
 * Every value within `value` by its path, in small letters: `ipPermissions.0.fromPort` and `IpPermissions.0.FromPort` are the same
 * field, told by different programs. Empty lists and objects are no fields: parsers of AWS's XML differ in them.
 */
export function fieldsOf(value: unknown): { [path: string]: unknown } {
  const fields: { [path: string]: unknown } = {};
  collect(value, '', fields);
  return fields;
}

function collect(value: unknown, path: string, fields: { [path: string]: unknown }): void {
  if (typeof value !== 'object' || value === null) {
    fields[path] = value;
    return;
  }
  for (const [name, field] of Object.entries(value)) {
    if (field !== undefined) collect(field, path === '' ? name.toLowerCase() : `${path}.${name.toLowerCase()}`, fields);
  }
}
