import { consoleOperation, operationInput, operationPath } from '@/lib/api/contract/operations';
import { regionRequest } from '@/lib/api/contract/region';
import { route } from '@/lib/api/server/route';
import { DomainError } from '@/lib/errors';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route(
  { path: operationPath, query: regionRequest, body: operationInput },
  async ({ path, query, body }) => {
    const operation = consoleOperation.safeParse(path.operation);
    if (operation.success)
      return (await (await getServices()).performForConsole(operation.data, body, query.region)) ?? {};
    const message = `The dashboard does not perform the operation "${path.operation}".`;
    throw new DomainError('not-found', 'NoSuchOperation', message);
  },
);
