/**
 * SQL for the current items of resources, which come as two lists; `place` is where the row lies.
 *
 * Each is looked up by itself: a join would be planned by statistics, and those know nothing of the hundred thousand rows that a
 * first recording has just written.
 */
export function currentOf(typeKeys: string, resourceIds: string): string {
  return `unnest(${typeKeys}::text[], ${resourceIds}::text[]) AS wanted (type_key, resource_id)
     CROSS JOIN LATERAL (SELECT ctid AS place, * FROM configuration_items
       WHERE account_id = $1 AND region = $2 AND is_current
         AND type_key = wanted.type_key AND resource_id = wanted.resource_id LIMIT 1) i`;
}
