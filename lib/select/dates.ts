import type { Bound, Path } from './language/expression';

/**
 * Whether a property is a date: AWS's published property lists (awslabs/aws-config-resource-schema) mark 110 names so, and these are their
 * endings and the ones that have no such ending.
 */
const dateName =
  /(?:[a-z](?:Time|Timestamp|Date|At|Until)|^(?:time|date|created|(?:last)?updated|(?:last)?modified|date(?:Created|Updated|Modified)|notBefore|notAfter|valid(?:From|To)|last(?:Updated|Modified|StatusChange)))$/;

/** A day, or a moment of it; without a zone it is one of UTC. */
const dateText = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * The bounds of a comparison with dates as numbers, in epoch milliseconds, as which the items of some types hold their times; others hold ISO
 * texts, which are compared as texts. Undefined where the property is no date or is compared with something else.
 */
export function dateBounds(path: Path, bounds: readonly Bound[]): [operator: Bound[0], epochMs: number][] | undefined {
  const name = path.at(-1) ?? '';
  if (!dateName.test(`${name.charAt(0).toLowerCase()}${name.slice(1)}`)) return undefined;
  const times = bounds.map(([operator, value]): [Bound[0], number] => [operator, epochOf(value)]);
  return times.some(([, time]) => Number.isNaN(time)) ? undefined : times;
}

function epochOf(value: Bound[1]): number {
  const [, day, time = '00:00', zone = 'Z'] = dateText.exec(String(value)) ?? [];
  return typeof value === 'string' && day !== undefined ? Date.parse(`${day}T${time}${zone}`) : Number.NaN;
}
