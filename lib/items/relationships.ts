import names from './relationship-names.json';
import { normalizeType } from './resource-type';

/**
 * The relationships that AWS Config draws: type, then related type, then the name exactly as AWS writes it (newer types' names
 * end in a space). `*` is any type. Taken from AWS's documentation of supported resource types, nearly half of them seen in real
 * snapshot files; what is documented but is never in real files is left out. Types that are not here have none from AWS. The
 * table itself is JSON, so that tools can read it too.
 */
export const relationshipNames: { readonly [type: string]: { readonly [relatedType: string]: string } } = names;

/** The name of the relationship that AWS Config draws from one type to another; `undefined` where it draws none. */
export function relationshipName(resourceType: string, relatedType: string): string | undefined {
  const related = byKey.get(normalizeType(resourceType));
  return related?.get(normalizeType(relatedType)) ?? related?.get('*');
}

/** The same without the names for any type: what is drawn between just these two types. */
export function directRelationshipName(resourceType: string, relatedType: string): string | undefined {
  return byKey.get(normalizeType(resourceType))?.get(normalizeType(relatedType));
}

/** A type as AWS writes it, whatever the case in which it is given; unchanged where AWS relates it to nothing. */
export function spelledType(resourceType: string): string {
  return spelledByKey.get(normalizeType(resourceType)) ?? resourceType;
}

const spelledByKey: ReadonlyMap<string, string> = new Map(
  Object.entries(relationshipNames)
    .flatMap(([type, related]) => [type, ...Object.keys(related)])
    .map((type) => [normalizeType(type), type]),
);

const byKey: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(relationshipNames).map(([type, related]) => [
    normalizeType(type),
    new Map(Object.entries(related).map(([relatedType, name]) => [normalizeType(relatedType), name])),
  ]),
);
