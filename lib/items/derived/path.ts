/** One step of a path through a configuration; see `parsePath`. */
export type Step =
  | { kind: 'field'; name: string }
  /** Each field's value. */
  | { kind: 'every field' }
  /** Each one of a list. */
  | { kind: 'each' }
  /** Each one of a list, or the value itself where it is none: IAM writes one where there is but one. */
  | { kind: 'each or itself' }
  /** Those of a list in which a field has a value, or the same value as a field at the root. */
  | { kind: 'where'; path: readonly string[]; equals: string | { sameAs: readonly string[] } };

/**
 * A path as rules write it: fields by name, joined by dots; `*` is each field's value; `[]` each one of a list; `[?]` the same, or the value
 * itself where it is no list; `[x]` those whose `name` is x; `[a.b=x]` those in which `a.b` is x; `[a.b=@c]` those in which it is what the
 * field `c` at the root is. Within brackets a dot or colon is but that.
 */
export function parsePath(path: string): readonly Step[] {
  const tokens = path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g);
  return Array.from(tokens, ([, inBrackets, field = '']): Step => {
    if (inBrackets === undefined) return field === '*' ? { kind: 'every field' } : { kind: 'field', name: field };
    if (inBrackets === '') return { kind: 'each' };
    if (inBrackets === '?') return { kind: 'each or itself' };
    const sign = inBrackets.indexOf('=');
    if (sign < 0) return { kind: 'where', path: ['name'], equals: inBrackets };
    const value = inBrackets.slice(sign + 1);
    return {
      kind: 'where',
      path: inBrackets.slice(0, sign).split('.'),
      equals: value.startsWith('@') ? { sameAs: value.slice(1).split('.') } : value,
    };
  });
}
