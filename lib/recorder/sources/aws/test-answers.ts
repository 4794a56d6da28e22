import { createServer } from 'node:http';

/** An answer of AWS's query protocol: the body of `<Action>Result`, or an error. */
type Answer = string | { status: number; code: string; message: string };

const caller = (account: string) =>
  `<Arn>arn:aws:iam::${account}:user/reader</Arn><UserId>AIDA</UserId><Account>${account}</Account>`;

/** For tests: a server on 127.0.0.1 that answers `sts:GetCallerIdentity`, and other actions of query services (not in EC2's own form) as the test says. */
export async function startAnswers(
  answers: (action: string, parameters: URLSearchParams) => Answer | undefined = () => undefined,
  account = '123456789012',
) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const parameters = new URLSearchParams(body);
    const action = parameters.get('Action') ?? '';
    const answer = action === 'GetCallerIdentity' ? caller(account) : answers(action, parameters);
    response.setHeader('content-type', 'text/xml');
    if (typeof answer === 'string') {
      response.end(`<${action}Response><${action}Result>${answer}</${action}Result></${action}Response>`);
    } else {
      const { status, code, message } = answer ?? { status: 404, code: 'NoAnswer', message: `No answer to ${action}` };
      response.statusCode = status;
      response.end(`<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
