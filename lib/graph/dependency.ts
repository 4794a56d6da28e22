import { normalizeType } from '../items/resource-type';
import { anyTypeRules, nameRules, pairRules } from './dependency-rules';
import { verbOf } from './relationship-name';

/** A relationship from its source, with the types of both ends. */
export interface TypedRelationship {
  sourceType: string;
  targetType: string;
  /** Of the source; spaces around it do not count. */
  name: string;
  /** Of the target, for the same; absent where it has none. */
  reverseName?: string;
  /** Read out of source's configuration. */
  derived?: boolean;
}

/** Which end of a relationship depends on the other, and why, as a sentence. `both`: each counts as depending on the other. */
export interface Dependency {
  dependent: 'source' | 'target' | 'both';
  reason: string;
}

/**
 * Which end of a relationship depends on which: by the types of both ends, else by the name of what is derived, else by which contains which,
 * else by the type of one of them. What no rule knows goes by who tells it, and says so. Where both ends tell it, each is asked by
 * itself, and both depend where they do not agree.
 */
export function dependencyOf({ reverseName, ...told }: TypedRelationship): Dependency {
  const own = bySide(told);
  if (reverseName === undefined) return own;
  const { sourceType, targetType } = told;
  const theirs = bySide({ ...told, name: reverseName, sourceType: targetType, targetType: sourceType });
  if (own.dependent !== theirs.dependent) return own;
  return {
    dependent: 'both',
    reason: 'Each names the other, and they do not agree on which needs which: each counts as depending on the other.',
  };
}

type Side = Omit<TypedRelationship, 'reverseName'>;
type OneSided = Dependency & { dependent: 'source' | 'target' };

/** As one end tells it: that end is the source. */
function bySide(side: Side): OneSided {
  const name = side.name.trim();
  const pair = byPair(side);
  if (pair) return pair;
  const named = side.derived && Object.hasOwn(nameRules, name) ? nameRules[name] : undefined;
  if (named) return { dependent: named[0], reason: named[1] };
  return byContainment(name) ?? byOneType(side) ?? bySource(side);
}

const anyType = '*';
const pairs = new Map(pairRules.map((rule) => [keyOf(typeOf(rule[0]), typeOf(rule[1])), rule]));
const anyTypes = anyTypeRules.map(([dependent, on, reason]) => ({
  dependent: typeOf(dependent),
  on: typeOf(on),
  reason,
}));

function byPair({ sourceType, targetType }: Side): OneSided | undefined {
  const [source, target] = [normalizeType(sourceType), normalizeType(targetType)];
  const forward = pairs.get(keyOf(source, target));
  if (forward) return { dependent: 'source', reason: forward[2] };
  const backward = pairs.get(keyOf(target, source));
  return backward && { dependent: 'target', reason: backward[2] };
}

function byOneType({ sourceType, targetType }: Side): OneSided | undefined {
  const [source, target] = [normalizeType(sourceType), normalizeType(targetType)];
  if (source === target) return undefined;
  for (const { dependent, on, reason } of anyTypes) {
    const fits = (type: string, other: string) => (on === anyType ? type === dependent : other === on);
    if (fits(source, target)) return { dependent: 'source', reason };
    if (fits(target, source)) return { dependent: 'target', reason };
  }
  return undefined;
}

function byContainment(name: string): OneSided | undefined {
  const reason = 'It is within the other, and ends with it.';
  const verb = verbOf(name);
  if (verb === 'contained-in') return { dependent: 'source', reason };
  return verb === 'contains' ? { dependent: 'target', reason } : undefined;
}

function bySource({ derived }: Side): OneSided {
  const reason = derived
    ? 'Its configuration names the other.'
    : 'It names the other, and nothing tells which needs which: who names counts as depending.';
  return { dependent: 'source', reason };
}

function typeOf(short: string): string {
  return short === anyType ? anyType : normalizeType(`AWS::${short}`);
}

function keyOf(dependent: string, on: string): string {
  return `${dependent} ${on}`;
}
