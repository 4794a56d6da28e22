import type { EC2ClientConfig } from '@aws-sdk/client-ec2';
import { type CallRates, paced } from './call-rate';
import { retryStrategy } from './retry';

/** What every client is made with; the rest (endpoints, profiles, proxies) the SDK reads from its own environment. */
export type ClientConfig = Pick<
  EC2ClientConfig,
  'region' | 'credentials' | 'requestHandler' | 'retryStrategy' | 'endpoint' | 'logger'
> & {
  /** For S3 alone; others pass it over. */
  forcePathStyle?: boolean;
};

/** What a client of the SDK is to us. */
export interface SdkClient {
  readonly config: { readonly serviceId: string };
  readonly middlewareStack: { add(middleware: never, options: { step: 'finalizeRequest'; priority: 'low' }): void };
  destroy(): void;
}

/** What a declaration lists an account with. */
export interface AwsAccess {
  accountId: string;
  region: string;
  /** `aws`, `aws-cn`, `aws-us-gov`. */
  partition: string;
  /** The client of a service, made when first asked for: `client(EC2Client)`. */
  client<Client extends SdkClient>(service: new (config: ClientConfig) => Client): Client;
  /** An ARN of the account and region; `''` for services that leave one of them out. */
  arn(service: string, resource: string, other?: { region?: ''; accountId?: '' }): string;
  signal: AbortSignal;
  note(text: string): void;
}

/** Clients of one cycle. Calls wait for their turn (`rates`); `close`, and the signal, break off what is under way. */
export function openClients(config: ClientConfig, rates: CallRates, signal: AbortSignal) {
  const clients = new Map<new (config: ClientConfig) => SdkClient, SdkClient>();
  const close = () => {
    signal.removeEventListener('abort', close);
    for (const client of clients.values()) client.destroy();
    clients.clear();
  };
  signal.addEventListener('abort', close);
  return {
    client<Client extends SdkClient>(service: new (config: ClientConfig) => Client): Client {
      const known = clients.get(service);
      if (known !== undefined) return known as Client;
      const client = new service({ retryStrategy: retryStrategy(), ...config });
      client.middlewareStack.add(paced(rates.of(client.config.serviceId), signal) as never, {
        step: 'finalizeRequest',
        priority: 'low',
      });
      clients.set(service, client);
      return client;
    },
    close,
  };
}

/** `arn:aws:ec2:us-west-2:123456789012:volume/vol-1`. */
export function arnsOf({ partition, region, accountId }: Pick<AwsAccess, 'partition' | 'region' | 'accountId'>) {
  return (service: string, resource: string, other: { region?: ''; accountId?: '' } = {}) =>
    `arn:${partition}:${service}:${other.region ?? region}:${other.accountId ?? accountId}:${resource}`;
}
