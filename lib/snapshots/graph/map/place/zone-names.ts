import type { StringTable } from '../../../../documents/scanner/string-table';

/** `us-east-1a`, `us-west-2-lax-1a`, `use1-az1`; not `Regional`, `Not Applicable` or `Multiple Availability Zones`. */
const zoneForm = /^[a-z]{2}[a-z0-9-]*\d[a-z0-9-]*$/;

const [unread, zone, noZone] = [0, 1, 2];

/** Tells which strings name one Availability Zone. */
export class ZoneNames {
  readonly #known: Uint8Array;
  readonly #strings: StringTable;

  constructor(strings: StringTable) {
    this.#strings = strings;
    this.#known = new Uint8Array(strings.count);
  }

  /** Whether the string of this number is the name of a zone. Each is read once. */
  isZone(string: number): boolean {
    if (this.#known[string] === unread) {
      this.#known[string] = zoneForm.test(this.#strings.get(string)) ? zone : noZone;
    }
    return this.#known[string] === zone;
  }
}
