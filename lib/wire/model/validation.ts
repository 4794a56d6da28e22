import { WireError } from '../errors';
import type { Violation } from './shape';

/**
 * Broken constraints as AWS reports them: all in one ValidationException, joined by `; `. A page size out of range has an error of its
 * own where the operation declares one, and stands there without the count.
 */
export function refusalOf(violations: readonly Violation[], declared: readonly string[]): WireError {
  const sentences = violations.map(
    ({ path, value, constraint }) => `Value ${value} at '${path}' failed to satisfy constraint: ${constraint}`,
  );
  const onlyLimit = violations.every(
    ({ path, constraint }) => path === 'limit' && constraint.includes('must have value'),
  );
  if (onlyLimit && declared.includes('InvalidLimitException')) {
    return new WireError('InvalidLimitException', sentences.join('; '));
  }
  const count = `${sentences.length} validation error${sentences.length === 1 ? '' : 's'} detected`;
  return new WireError('ValidationException', `${count}: ${sentences.join('; ')}`);
}
