import { randomUUID } from 'node:crypto';
import { encode } from './encode';
import { toWireError, WireError } from './errors';
import { operationModel, targetPrefix } from './model';
import type { WireServices } from './operation';
import { operations } from './operations';
import { failure, parseBody, readBody, success, type WireRequest, type WireResponse } from './protocol';
import { decode } from './shape';
import { authenticate } from './signature';
import { refusalOf } from './validation';

/**
 * Answers one request of an AWS client: AWS JSON 1.1 over POST, target `StarlingDoveService.<Operation>`, Signature Version 4. Never
 * rejects: every failure is an answer in AWS's form.
 */
export async function dispatch(request: WireRequest, services: WireServices): Promise<WireResponse> {
  const requestId = randomUUID();
  const name = operationName(request);
  try {
    return success(requestId, await perform(name, request, services));
  } catch (error) {
    const shown = toWireError(error, operationModel(name)?.errors ?? []);
    if (shown.status >= 500) services.reportFault(error, requestId);
    return failure(requestId, shown);
  }
}

async function perform(name: string, request: WireRequest, services: WireServices): Promise<unknown> {
  const model = operationModel(name);
  if (!model) throw unknownOperation(`AWS Config has no operation '${request.headers['x-amz-target'] ?? ''}'.`);
  const body = await readBody(request);
  const scope = await authenticate(request, body, services.access, services.clock());
  const operation = operations.get(name)?.(services);
  if (!operation) {
    throw unknownOperation(`Snapscope does not have the operation ${name}. docs/wire.md lists those that it has.`);
  }
  const { value, violations } = model.input
    ? decode(model.input, parseBody(body), openEnumsOf(name))
    : { value: {}, violations: [] };
  if (violations.length > 0) throw refusalOf(violations, model.errors);
  // The model's check has just made the value what the operation's type says.
  const output = await operation(value as never, scope);
  return model.output ? encode(model.output, output ?? {}) : undefined;
}

/**
 * Resources are asked for by any type: custom ones are in no list, and AWS answers for an unlisted type that nothing was discovered (moto's
 * tests record it). What a recorder is to record must be in the list.
 */
function openEnumsOf(name: string): ReadonlySet<string> | undefined {
  return name === 'PutConfigurationRecorder' ? undefined : anyResourceType;
}
const anyResourceType: ReadonlySet<string> = new Set(['ResourceType']);

/** The operation that the target names; empty where the target is not one of AWS Config's. */
function operationName({ headers }: WireRequest): string {
  const target = headers['x-amz-target'] ?? '';
  return target.startsWith(`${targetPrefix}.`) ? target.slice(targetPrefix.length + 1) : '';
}

function unknownOperation(message: string): WireError {
  return new WireError('UnknownOperationException', message);
}
