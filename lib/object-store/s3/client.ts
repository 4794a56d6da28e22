import { S3Client } from '@aws-sdk/client-s3';
import { isAwsEndpoint } from './address';

export interface ClientSettings {
  region: string;
  /** AWS's own endpoint of the region where absent. */
  endpoint?: string;
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`; where absent: for every endpoint that is not AWS's. */
  forcePathStyle?: boolean;
  /** Says with each request that we pay for it, as a bucket may want whose requesters pay; false where absent. */
  requesterPays?: boolean;
}

/** A client of S3, or of a server that speaks its protocol. A connection on which nothing moves for `socketTimeout` ms has failed. */
export function createClient(settings: ClientSettings, socketTimeout: number): S3Client {
  const { region, endpoint, forcePathStyle, requesterPays = false } = settings;
  const client = new S3Client({
    region,
    endpoint,
    forcePathStyle: forcePathStyle ?? (endpoint !== undefined && !isAwsEndpoint(endpoint)),
    // Many servers that speak S3's protocol know nothing of the newer checksums, and a GET must give the stored bytes.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, socketTimeout },
    // Calls are tried again here, where each further try can be told of.
    maxAttempts: 1,
  });
  if (requesterPays) sayThatWePay(client);
  return client;
}

/** In a middleware, and before the request is signed: some calls, HeadBucket among them, have no parameter for it. */
function sayThatWePay(client: S3Client): void {
  client.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      headers['x-amz-request-payer'] = 'requester';
      return next(args);
    },
    { step: 'build', name: 'sayThatWePay' },
  );
}
