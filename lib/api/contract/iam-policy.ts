import { z } from 'zod';

/** What AWS must allow for the source `aws`: an IAM policy document, to be shown and copied. */
export const iamPolicyView = z.object({
  Version: z.literal('2012-10-17'),
  Statement: z.array(
    z.object({
      Sid: z.string(),
      Effect: z.literal('Allow'),
      Action: z.array(z.string()),
      Resource: z.string(),
    }),
  ),
});
export type IamPolicyView = z.infer<typeof iamPolicyView>;
