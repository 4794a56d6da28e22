import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';

/** A call of an AWS client, as far as a proxy can tell. */
export interface AwsCall {
  /** The name that it was signed for, such as `ec2`. */
  service: string;
  /** Of services that speak AWS's query protocol, such as `DescribeVolumes`; else what the target header says. */
  operation: string;
  body: string;
}

/** What becomes of a call instead of its answer: an error of AWS's, no answer at all, or a connection that breaks. */
export type Fault = { status: number; code: string; message: string } | 'hang' | 'reset';

export interface AwsProxy {
  endpoint: string;
  /** Decides about each call that comes in from now on. */
  disturb(fault: (call: AwsCall) => Fault | undefined): void;
  /** Changes the body of calls on their way. (moto does not mind that it was signed otherwise.) */
  rewrite(change: (call: AwsCall) => string): void;
  /** `service:operation` of every call since the last time that this was asked. */
  calls(): string[];
  stop(): Promise<void>;
}

/** Operations that moto does not know, or answers with an error where there is nothing. */
const unserved: { readonly [service: string]: RegExp } = {
  cloudcontrolapi: /./,
  // Its times are of a form that AWS's own client cannot read.
  codedeploy: /./,
  ec2: /BlockPublicAccess/,
  ecs: /^DescribeCapacityProviders$/,
  elasticbeanstalk: /^DescribeApplicationVersions$/,
  rds: /^DescribeOptionGroups$/,
  redshift: /^Describe(EventSubscriptions|Endpoint|ScheduledActions|Integrations)/,
  wafv2: /^ListResourcesForWebACL$/,
};

function isUnserved({ service, operation }: AwsCall): boolean {
  return unserved[service]?.test(operation) ?? false;
}

/**
 * A proxy on 127.0.0.1 between AWS clients and an AWS of our own at `target`, that can be made to fail as AWS does. What moto does not
 * serve it answers itself: there is nothing of the kind.
 */
export async function startAwsProxy(target: string): Promise<AwsProxy> {
  let disturb: (call: AwsCall) => Fault | undefined = () => undefined;
  let rewrite = ({ body }: AwsCall) => body;
  let calls: string[] = [];
  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    calls.push(`${call.service}:${call.operation}`);
    const fault = disturb(call);
    if (fault === undefined && isUnserved(call)) answerNothing(response, call);
    else if (fault === undefined) pass(request, rewrite(call), target, response);
    else if (fault === 'reset') response.destroy();
    else if (fault !== 'hang') answerError(response, call, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    disturb(fault) {
      disturb = fault;
    },
    rewrite(change) {
      rewrite = change;
    },
    calls() {
      const told = calls;
      calls = [];
      return told;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readCall(request: IncomingMessage): Promise<AwsCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  // Credential=<key>/<date>/<region>/<service>/aws4_request
  const service = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const target = request.headers['x-amz-target'];
  const operation = typeof target === 'string' ? target.replace(/^.*\./, '') : new URLSearchParams(body).get('Action');
  return { service, operation: operation ?? `${request.method} ${request.url}`, body };
}

function pass(request: IncomingMessage, body: string, target: string, response: ServerResponse): void {
  const { host: _, 'content-length': __, 'transfer-encoding': ___, ...headers } = request.headers;
  const { hostname, port } = new URL(target);
  const length = { 'content-length': Buffer.byteLength(body) };
  const options = { hostname, port, method: request.method, path: request.url, headers: { ...headers, ...length } };
  const onward = forward(options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  onward.end(body);
}

/** No resources, in the forms of query services and of JSON services. */
function answerNothing(response: ServerResponse, { operation, body }: AwsCall): void {
  if (body.includes('Action=')) {
    const text = `<${operation}Response><${operation}Result/></${operation}Response>`;
    response.writeHead(200, { 'content-type': 'text/xml' }).end(text);
  } else {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end('{}');
  }
}

/** In the forms of EC2, of other query services, and of JSON services. */
function answerError(response: ServerResponse, call: AwsCall, fault: Exclude<Fault, string>): void {
  const { status, code, message } = fault;
  const inner = `<Code>${code}</Code><Message>${message}</Message>`;
  if (call.service === 'ec2') {
    const text = `<Response><Errors><Error>${inner}</Error></Errors><RequestID>r</RequestID></Response>`;
    response.writeHead(status, { 'content-type': 'text/xml' }).end(text);
  } else if (call.body.includes('Action=')) {
    const text = `<ErrorResponse><Error>${inner}</Error><RequestId>r</RequestId></ErrorResponse>`;
    response.writeHead(status, { 'content-type': 'text/xml' }).end(text);
  } else {
    const text = JSON.stringify({ __type: code, message });
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code }).end(text);
  }
}
