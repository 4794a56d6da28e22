import { z } from 'zod';

/** What somebody must know to point an AWS client at this server. Secrets are never in it. */
export const connectView = z.object({
  /** The account and region that the dashboard shows. */
  accountId: z.string(),
  region: z.string(),
  channel: z.object({ name: z.string(), s3BucketName: z.string() }).optional(),
  /** Keys that requests must be signed with, and the account in which the holder of each acts; none: any signature will do. */
  accessKeys: z.array(z.object({ accessKeyId: z.string(), accountId: z.string() })),
  /** Whether the server listens on a loopback address: without access keys nobody else is answered. */
  loopbackOnly: z.boolean(),
  /**
   * All operations of AWS Config, in the order of its model, and how each is answered: as AWS does (`yes`), with none, since it is of
   * what is never here (`none`), with a refusal that says so (`refused`), or with `UnknownOperationException` (`no`).
   */
  operations: z.array(z.object({ name: z.string(), support: z.enum(['yes', 'none', 'refused', 'no']) })),
});
export type ConnectView = z.infer<typeof connectView>;
