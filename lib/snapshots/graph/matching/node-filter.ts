import type { ItemFilter } from '../../reading/search/choose-items';

/** Which resources match. What is empty or absent does not choose. */
export interface NodeFilter extends ItemFilter {
  /** Names of relationships, without spaces around them: both ends of each that is called so match. */
  relationships?: readonly string[];
}

/** Lets in everything. */
export const everyNode: NodeFilter = { types: [], search: '' };
