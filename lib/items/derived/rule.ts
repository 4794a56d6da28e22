import * as is from './names';
import { parsePath, type Step } from './path';
import type { ReadTarget } from './target';
import * as to from './targets';

/** Where in an item a resource is named, and what that resource is to it. */
export interface DerivedRule {
  /** In our words: AWS Config draws no relationship here. It reads as item, name, target. */
  name: string;
  /** Where the path begins. */
  in: 'configuration' | 'supplementaryConfiguration';
  path: readonly Step[];
  read: ReadTarget;
}

/** A rule for a path such as `routes[].gatewayId`, `dimensions[InstanceId].value` or `supplementary: rules[].kmsKey` (see `parsePath`). */
export function rule(name: string, path: string, read: ReadTarget): DerivedRule {
  const supplementary = path.startsWith(supplementaryMark);
  return {
    name,
    in: supplementary ? 'supplementaryConfiguration' : 'configuration',
    path: parsePath(supplementary ? path.slice(supplementaryMark.length) : path),
    read,
  };
}

/** The same rule for several paths. */
export function rules(name: string, paths: readonly string[], read: ReadTarget): DerivedRule[] {
  return paths.map((path) => rule(name, path, read));
}

/**
 * The rules of a type whose configuration tells its place in a VPC.
 *
 * @param subnets the path to the ids of the subnets that it is in
 * @param securityGroups the path to the ids of its security groups
 */
export function inNetwork(subnets: string, securityGroups: string): DerivedRule[] {
  return [rule(is.contained, subnets, to.subnet), rule(is.associated, securityGroups, to.securityGroup)];
}

const supplementaryMark = 'supplementary: ';
