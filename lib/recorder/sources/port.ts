import type { ConfigurationItem } from '../../items/configuration-item';

/** The members of an item that the recorder fills in when it captures a resource. */
export const recorderMembers = [
  'configurationItemVersion',
  'configurationItemCaptureTime',
  'configurationStateId',
  'awsAccountId',
  'configurationItemStatus',
  'configurationStateMd5Hash',
] as const satisfies readonly (keyof ConfigurationItem)[];

/** A resource as a source sees it: a configuration item but for the recorder's members. Unknown members are carried along. */
export type ObservedResource = Omit<ConfigurationItem, (typeof recorderMembers)[number]>;

/** Something a source noticed that is no failure but that a person should know, in one sentence that names the thing. */
export type NoteListener = (note: string) => void;

/** A place that tells which resources exist at present: files, or an AWS service's API. */
export interface ResourceSource {
  /** Unique among the sources of a recorder; kept in the database with what the source has shown. */
  readonly name: string;
  /** What the source is and where, for people. Never holds a secret. */
  readonly description: string;
  /**
   * Every resource that exists now, each once, in no order. An iteration that ends normally was complete: what it did not show is
   * gone. One that throws was cut short, and must never be read as a deletion of what it did not come to show.
   *
   * `signal` cuts it short. `note` hears of what was passed over, such as a second resource with the same type and id.
   */
  observe(signal?: AbortSignal, note?: NoteListener): AsyncIterable<ObservedResource>;
}
