import type { NetworkPlaces } from './places';

/** What nodes tell of themselves, as it was before others were heard. */
export class OwnPlaces {
  readonly #vpc: Uint8Array;
  readonly #subnet: Uint8Array;
  readonly #ownerRank: Uint8Array;

  constructor({ vpc, subnet }: Pick<NetworkPlaces, 'vpc' | 'subnet'>, ownerRank: Uint8Array) {
    this.#vpc = new Uint8Array(vpc.length);
    this.#subnet = new Uint8Array(vpc.length);
    for (let node = 0; node < vpc.length; node++) {
      if (vpc[node] !== -1) this.#vpc[node] = 1;
      if (subnet[node] !== -1) this.#subnet[node] = 1;
    }
    this.#ownerRank = ownerRank.slice();
  }

  tellsVpc(node: number): boolean {
    return this.#vpc[node] === 1;
  }

  tellsSubnet(node: number): boolean {
    return this.#subnet[node] === 1;
  }

  tellsOwner(node: number, rule: number): boolean {
    return this.#ownerRank[node] === rule;
  }
}
