import type { ViewRules } from '@/lib/api/contract/saved-views';
import { graphHref, type PictureState, pictureStateOf, readGraphUrl } from '../page/graph-url';

/** What a URL needs and a view leaves to whoever opens it. */
const anyDocument = { bucket: '', key: '' };

/** What is shown of a document, and how, as rules that hold for any other: what is chosen, or open beside the picture, is none of it. */
export function rulesOf(state: PictureState): ViewRules {
  const parameters = new URL(graphHref({ ...state, ...anyDocument }), 'http://localhost').searchParams;
  const names = [...new Set(parameters.keys())].filter((name) => !(name in anyDocument));
  return Object.fromEntries(names.map((name) => [name, parameters.getAll(name)]));
}

/** What rules say; what they hold that is not sensible, or is of a later version, counts as not given. */
export function stateOfRules(rules: ViewRules): PictureState {
  const pairs = Object.entries(rules).flatMap(([name, values]) => values.map((value) => [name, value]));
  return pictureStateOf(readGraphUrl(new URLSearchParams(pairs)));
}
