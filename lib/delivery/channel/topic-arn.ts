/** `arn:aws:sns:us-west-2:123456789012:name`; other partitions have other names for `aws`. */
const topicArn = /^arn:aws(?:-[a-z]+)*:sns:(?<region>[a-z0-9-]+):\d{12}:[\w-]{1,256}(?:\.fifo)?$/;

/**
 * The Region in which a topic is, by its ARN; undefined where this is not the ARN of a topic.
 *
 * The form is SNS's own: `arn:${Partition}:sns:${Region}:${Account}:${TopicName}` ("Actions, resources, and condition keys for Amazon
 * SNS", Service Authorization Reference), with up to 256 letters, digits, hyphens and underscores as a name, and `.fifo` behind
 * it (CreateTopic, Amazon SNS API Reference).
 */
export function topicRegion(arn: string): string | undefined {
  return topicArn.exec(arn)?.groups?.region;
}
