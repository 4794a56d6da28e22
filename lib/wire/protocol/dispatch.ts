import { requestIdHeader, requestIdOf } from '../../log/request-id';
import { toWireError } from '../errors';
import { operationModel, targetPrefix } from '../model/model';
import type { WirePorts } from '../operation';
import { performOperation, requireOperation } from '../perform';
import { parseAuthorization } from './authorization';
import { failure, parseBody, readBody, success, type WireRequest, type WireResponse } from './protocol';
import { authenticate } from './signature';

/**
 * Answers one request of an AWS client: AWS JSON 1.1 over POST, target `StarlingDoveService.<Operation>`, Signature Version 4. Never
 * rejects: every failure is an answer in AWS's form.
 */
export async function dispatch(request: WireRequest, ports: WirePorts): Promise<WireResponse> {
  const requestId = requestIdOf(request.headers[requestIdHeader]);
  const name = operationName(request);
  try {
    return success(requestId, await perform(name, request, ports));
  } catch (error) {
    const shown = toWireError(error, operationModel(name)?.errors ?? []);
    if (shown.status >= 500) ports.reportFault(error, requestId);
    return failure(requestId, shown);
  }
}

async function perform(name: string, request: WireRequest, ports: WirePorts): Promise<unknown> {
  const model = requireOperation(name, request.headers['x-amz-target'] ?? '');
  const body = await readBody(request);
  const scope = await authenticate(request, body, ports.access, ports.clock());
  const { accessKeyId } = parseAuthorization(request.headers.authorization);
  return performOperation(name, model.input ? parseBody(body) : {}, scope, ports, { accessKeyId });
}

/** The operation that the target names; empty where the target is not one of AWS Config's. */
function operationName({ headers }: WireRequest): string {
  const target = headers['x-amz-target'] ?? '';
  return target.startsWith(`${targetPrefix}.`) ? target.slice(targetPrefix.length + 1) : '';
}
