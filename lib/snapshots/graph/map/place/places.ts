/** Where nodes lie in the network: numbers of nodes, -1 for none. */
export interface NetworkPlaces {
  vpc: Int32Array;
  subnet: Int32Array;
  /** On what each rides; that itself rides on nothing. */
  owner: Int32Array;
  /** The string of each node's zone; `none` where it is in no single one. */
  zone: Uint32Array;
}
