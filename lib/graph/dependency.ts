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
 * else by the type of one of them. What no rule knows goes by who tells it, and says so.
 */
export function dependencyOf(relationship: TypedRelationship): Dependency {
  const name = relationship.name.trim();
  const pair = byPair(relationship);
  if (pair) return pair;
  const named = relationship.derived && Object.hasOwn(nameRules, name) ? nameRules[name] : undefined;
  if (named) return { dependent: named[0], reason: named[1] };
  return byContainment(relationship, name) ?? byOneType(relationship) ?? bySource(relationship);
}

const anyType = '*';
const pairs = new Map(pairRules.map((rule) => [keyOf(typeOf(rule[0]), typeOf(rule[1])), rule]));
const anyTypes = anyTypeRules.map(([dependent, on, reason]) => ({
  dependent: typeOf(dependent),
  on: typeOf(on),
  reason,
}));

function byPair({ sourceType, targetType }: TypedRelationship): Dependency | undefined {
  const [source, target] = [normalizeType(sourceType), normalizeType(targetType)];
  const forward = pairs.get(keyOf(source, target));
  if (forward) return { dependent: 'source', reason: forward[2] };
  const backward = pairs.get(keyOf(target, source));
  return backward && { dependent: 'target', reason: backward[2] };
}

function byOneType({ sourceType, targetType }: TypedRelationship): Dependency | undefined {
  const [source, target] = [normalizeType(sourceType), normalizeType(targetType)];
  if (source === target) return undefined;
  for (const { dependent, on, reason } of anyTypes) {
    const fits = (type: string, other: string) => (on === anyType ? type === dependent : other === on);
    if (fits(source, target)) return { dependent: 'source', reason };
    if (fits(target, source)) return { dependent: 'target', reason };
  }
  return undefined;
}

function byContainment({ reverseName = '' }: TypedRelationship, name: string): Dependency | undefined {
  const reason = 'It is within the other, and ends with it.';
  if (verbOf(name) === 'contained-in' || verbOf(reverseName) === 'contains') return { dependent: 'source', reason };
  if (verbOf(name) === 'contains' || verbOf(reverseName) === 'contained-in') return { dependent: 'target', reason };
  return undefined;
}

function bySource({ reverseName, derived }: TypedRelationship): Dependency {
  if (reverseName !== undefined) {
    return {
      dependent: 'both',
      reason: 'Each names the other, and nothing tells which needs which: each counts as depending on the other.',
    };
  }
  if (derived) return { dependent: 'source', reason: 'Its configuration names the other.' };
  return {
    dependent: 'source',
    reason: 'It names the other, and nothing tells which needs which: who names counts as depending.',
  };
}

function typeOf(short: string): string {
  return short === anyType ? anyType : normalizeType(`AWS::${short}`);
}

function keyOf(dependent: string, on: string): string {
  return `${dependent} ${on}`;
}
