/** A page that shows an item: what its URL tells of it, and the ways to other items. The page of a snapshot and that of its graph do. */
export interface ItemPlace {
  state: {
    bucket: string;
    key: string;
    partial?: 1;
    /** The moment that what is related is told of; absent: now. */
    at?: string | undefined;
    itemJson: boolean;
  };
  /** The URL of the page with another item open. */
  href: (changes: { item: number }) => string;
  change: (changes: { itemJson: boolean }) => void;
  /** For links to other states of the page. */
  follow: (event: { preventDefault(): void; detail: { href?: string } }) => void;
}
