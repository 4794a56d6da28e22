import { DomainError, type ErrorKind } from '../errors';
import type { Scope } from '../items/scope';
import { toWireError, WireError } from './errors';
import { operationModel, shapeOf } from './model/model';
import type { WirePorts } from './operation';
import { performOperation } from './perform';

/**
 * An operation for the dashboard's own pages, with the checks and in the words of AWS Config.
 *
 * @throws DomainError with AWS's code.
 */
export async function performForConsole(
  name: string,
  input: unknown,
  scope: Scope,
  ports: WirePorts,
): Promise<unknown> {
  try {
    return await performOperation(name, input, scope, ports);
  } catch (error) {
    if (!(error instanceof WireError) && !(error instanceof DomainError)) throw error;
    const { code, message, status } = toWireError(error, operationModel(name)?.errors ?? []);
    throw new DomainError(kindOf(code, status), code, message, { cause: error });
  }
}

function kindOf(code: string, status: number): ErrorKind {
  if (status >= 500) return 'unavailable';
  if (/^NoSuch/.test(code)) return 'not-found';
  if (/^Insufficient/.test(code)) return 'denied';
  return /^(Invalid|Validation|Serialization)/.test(code) ? 'invalid' : 'conflict';
}

/** The resource types that a recorder can be told to record: those of the service model. */
export function recordableTypes(): readonly string[] {
  const shape = shapeOf('ResourceType');
  return shape.type === 'string' ? (shape.enum ?? []) : [];
}
