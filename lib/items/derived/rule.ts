import type { ReadTarget } from './targets';

/** Where in an item a resource is named, and what that resource is to it. */
export interface DerivedRule {
  /** In our words: AWS Config draws no relationship here. It reads as item, name, target. */
  name: string;
  /** Fields from `configuration` on, or from `supplementaryConfiguration` on. */
  in: 'configuration' | 'supplementaryConfiguration';
  path: readonly string[];
  read: ReadTarget;
}

/** A rule for a path such as `routes[].gatewayId`, `dimensions[InstanceId].value` or `supplementary: rules[].kmsKey` (see `textsAt`). */
export function rule(name: string, path: string, read: ReadTarget): DerivedRule {
  const supplementary = path.startsWith(supplementaryMark);
  const steps = (supplementary ? path.slice(supplementaryMark.length) : path).replaceAll('[', '.[').split('.');
  return { name, in: supplementary ? 'supplementaryConfiguration' : 'configuration', path: steps, read };
}

const supplementaryMark = 'supplementary: ';

export const contained = 'Is contained in';
export const associated = 'Is associated with';
export const encrypted = 'Is encrypted by';
export const acts = 'Acts as';
export const sends = 'Sends to';
export const forwards = 'Forwards to';
export const routes = 'Routes to';
