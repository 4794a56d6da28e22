import type { Scope } from '../items/scope';
import { WireError } from './errors';
import { encode } from './model/encode';
import { type OperationModel, operationModel } from './model/model';
import { decode } from './model/shape';
import { refusalOf } from './model/validation';
import type { Caller, WirePorts } from './operation';
import { operations } from './operations/table';

/**
 * One operation on an account and region for somebody who may: `input` is JSON as AWS clients send it, and is checked by the model;
 * the answer is JSON as they get it, undefined where the operation has none.
 *
 * @throws WireError or DomainError, as the operation does.
 */
export async function performOperation(
  name: string,
  input: unknown,
  scope: Scope,
  ports: WirePorts,
  caller?: Caller,
): Promise<unknown> {
  const model = requireOperation(name);
  const operation = operations.get(name)?.(ports);
  if (!operation) {
    throw unknownOperation(`Snapscope does not have the operation ${name}. docs/wire.md lists those that it has.`);
  }
  const { value, violations } = model.input
    ? decode(model.input, input, openEnumsOf(name))
    : { value: {}, violations: [] };
  if (violations.length > 0) throw refusalOf(violations, model.errors);
  // The model's check has just made the value what the operation's type says.
  const output = await operation(value as never, scope, caller);
  return model.output ? encode(model.output, output ?? {}) : undefined;
}

/** @throws WireError `UnknownOperationException` where AWS Config has no operation of that name. */
export function requireOperation(name: string, asked = name): OperationModel {
  const model = operationModel(name);
  if (model) return model;
  throw unknownOperation(`AWS Config has no operation '${asked}'.`);
}

/**
 * Resources are asked for by any type: custom ones are in no list, and AWS answers for an unlisted type that nothing was discovered (moto's
 * tests record it). What a recorder is to record must be in the list.
 */
function openEnumsOf(name: string): ReadonlySet<string> | undefined {
  return name === 'PutConfigurationRecorder' ? undefined : anyResourceType;
}
const anyResourceType: ReadonlySet<string> = new Set(['ResourceType']);

function unknownOperation(message: string): WireError {
  return new WireError('UnknownOperationException', message);
}
