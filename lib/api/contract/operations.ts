import { z } from 'zod';

/**
 * POST /api/operations/{operation}: AWS Config's own operations for the dashboard's forms. The body is the operation's input and the
 * answer its output, both as AWS clients write and read them (`{}` where there is none); errors bear AWS's codes.
 */
export const consoleOperation = z.enum([
  'DescribeConfigurationRecorders',
  'PutConfigurationRecorder',
  'StartConfigurationRecorder',
  'StopConfigurationRecorder',
  'DeleteConfigurationRecorder',
  'DescribeDeliveryChannels',
  'PutDeliveryChannel',
  'DeleteDeliveryChannel',
  'DescribeRetentionConfigurations',
  'PutRetentionConfiguration',
  'DeleteRetentionConfiguration',
]);
export type ConsoleOperation = z.infer<typeof consoleOperation>;

/** Which operation a path names. */
export const operationPath = z.object({ operation: z.string() });

/** The input; what it must be is the service model's business. */
export const operationInput = z.record(z.string(), z.unknown());

/** The recorder's settings as DescribeConfigurationRecorders tells them. */
export const recorderSettings = z.object({
  name: z.string(),
  roleARN: z.string().optional(),
  recordingGroup: z.object({
    allSupported: z.boolean().optional(),
    includeGlobalResourceTypes: z.boolean().optional(),
    resourceTypes: z.array(z.string()).optional(),
    exclusionByResourceTypes: z.object({ resourceTypes: z.array(z.string()).optional() }).optional(),
    recordingStrategy: z.object({ useOnly: z.string().optional() }).optional(),
  }),
  recordingMode: z
    .object({
      recordingFrequency: z.enum(['CONTINUOUS', 'DAILY']).default('CONTINUOUS'),
      recordingModeOverrides: z
        .array(
          z.object({
            description: z.string().optional(),
            resourceTypes: z.array(z.string()),
            recordingFrequency: z.enum(['CONTINUOUS', 'DAILY']),
          }),
        )
        .optional(),
    })
    .optional(),
});
export type RecorderSettings = z.infer<typeof recorderSettings>;
export const describeRecorders = z.object({ ConfigurationRecorders: z.array(recorderSettings) });

export const describeRetention = z.object({
  RetentionConfigurations: z.array(z.object({ Name: z.string(), RetentionPeriodInDays: z.number().int() })),
});

/** The delivery channel as DescribeDeliveryChannels tells it: what is left out of a Put is gone. */
export const channelSettings = z.object({
  name: z.string(),
  s3BucketName: z.string(),
  s3KeyPrefix: z.string().optional(),
  s3KmsKeyArn: z.string().optional(),
  snsTopicARN: z.string().optional(),
  configSnapshotDeliveryProperties: z.object({ deliveryFrequency: z.string().optional() }).optional(),
});
export type ChannelSettings = z.infer<typeof channelSettings>;
export const describeChannels = z.object({ DeliveryChannels: z.array(channelSettings) });

/** GET /api/recorder/resource-types: what a recorder can be told to record. */
export const resourceTypesView = z.object({ resourceTypes: z.array(z.string()) });
