import { consoleOperation, operationInput } from '@/lib/api/contract/operations';
import { regionRequest } from '@/lib/api/contract/region';
import { readBody, readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { DomainError } from '@/lib/errors';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route(async (request) => {
  const name = new URL(request.url).pathname.split('/').at(-1) ?? '';
  const operation = consoleOperation.safeParse(name);
  if (!operation.success) {
    throw new DomainError('not-found', 'NoSuchOperation', `The dashboard does not perform the operation "${name}".`);
  }
  const { region } = readQuery(request, regionRequest);
  const input = await readBody(request, operationInput);
  return respond((await (await getServices()).performForConsole(operation.data, input, region)) ?? {});
});
