import { countText } from '@/components/ui/bytes';
import type { Change, Picture } from '@/lib/graph/picture';
import { boxTitle } from '@/lib/graph/style/box-title';
import { changeSigns, changesWords } from '@/lib/graph/style/changes';
import { nodeStyleOf } from '@/lib/graph/style/node-style';
import { countsOfChosen } from '../chosen/chosen-thing';
import { resourcesText } from '../style/captions';
import type { Shown } from '../views/view';

export const emptyPicture: Picture = { boxes: [], nodes: [], edges: [] };

export const changeFacts: Record<Change, string> = {
  added: 'Added since the earlier snapshot',
  removed: 'Removed since the earlier snapshot',
  changed: 'Changed since the earlier snapshot',
};

/** What something in a picture is called: a box with its kind. */
export function nameIn({ boxes, nodes }: Picture, id: string): string {
  const box = boxes.find((each) => each.id === id);
  return box ? boxTitle(box) : (nodes.find((each) => each.id === id)?.label ?? id);
}

/** `152 of 10,000 resources, 0 of 310 relationships shown. …` */
export function shownWords(shown: Shown | undefined, isLoading: boolean): string {
  if (!shown) return isLoading ? 'Loading the graph' : 'Nothing is shown yet.';
  const { resources, relationships, why } = shown;
  const part = ({ drawn, total }: { drawn: number; total: number }, one: string, several: string) =>
    `${countText(drawn)} of ${countText(total)} ${total === 1 ? one : several}`;
  return `${part(resources, 'resource', 'resources')}, ${part(relationships, 'relationship', 'relationships')} shown.${why ? ` ${why}` : ''}`;
}

/** What is chosen, for those who hear it; where one goes on while others are kept, what one is at, then all. */
export function chosenWords(picture: Picture, ids: readonly string[]): string {
  const [first] = ids;
  if (first === undefined) return '';
  if (ids.length === 1) return thingWords(picture, first);
  const counts = countsOfChosen(picture, ids).map(({ title, count }) => `${countText(count)} ${title}`);
  return `${thingWords(picture, first)}. ${countText(ids.length)} chosen: ${counts.join(', ')}`;
}

function thingWords(picture: Picture, id: string): string {
  const { boxes, nodes, edges } = picture;
  const box = boxes.find((each) => each.id === id);
  if (box) {
    const told = [boxTitle(box), box.folded || box.partly ? 'folded' : 'open', resourcesText(box.count)];
    return [...told, ...(box.changes ? [changesWords(box.changes)] : [])].join(', ');
  }
  const node = nodes.find((each) => each.id === id);
  if (!node) return '';
  const { label, resourceType, parent, docksTo, missing, pinned, change } = node;
  const lines = edges.filter(({ source, target }) => source === id || target === id).length;
  return [
    `${label}, ${nodeStyleOf(resourceType).title}`,
    ...(missing ? ['not in this snapshot'] : []),
    ...(pinned ? ['pinned'] : []),
    ...(change ? [changeSigns[change].word] : []),
    ...(docksTo === undefined ? [] : [`attached to ${nameIn(picture, docksTo)}`]),
    ...(parent === undefined ? [] : [`in ${nameIn(picture, parent)}`]),
    ...(lines > 0 ? [`${lines} ${lines === 1 ? 'line' : 'lines'}`] : []),
  ].join(', ');
}
