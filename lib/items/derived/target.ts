/**
 * A resource as a string in a configuration names it: by the id under which AWS Config keeps that type, else by its name. Where that was
 * read out of an ARN, `arn` is that.
 */
export type Target = ({ resourceType: string; resourceId: string } | { resourceType: string; resourceName: string }) & {
  arn?: string;
  /** The string may as well mean something else: it is this resource only where there is such a one. */
  ifPresent?: true;
};

/** What is known of the place in which a resource is named. */
export interface ReadContext {
  /** The account and Region of the item, where they are known. */
  accountId?: string;
  region?: string;
  /** The name under which the string stands, such as that of an environment variable (`FoundString.label`). */
  label?: string;
}

/** Reads a string of a configuration; nothing where it names no resource that AWS Config could hold. */
export type ReadTarget = (text: string, context: ReadContext) => Target | readonly Target[] | undefined;
