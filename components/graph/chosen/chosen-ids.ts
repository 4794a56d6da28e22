import { type GraphState, mostChosen } from '../page/graph-url';

type Choice = Pick<GraphState, 'chosen' | 'also'>;

/** All that is chosen, by the ids of resources and boxes; first what is walked from. */
export function chosenIds({ chosen, also }: Choice): string[] {
  return chosen === undefined ? [] : [...new Set([chosen, ...also])];
}

/** The choice of these together, of too many the first; the panel of one alone is of that one. */
export function choiceOf(ids: readonly string[]): Choice {
  const some = [...new Set(ids)].slice(0, mostChosen);
  return { chosen: some[0], also: some.length > 1 ? some : [] };
}

/** What is chosen once something was added to it, or taken out of it where it was there. */
export function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
}
