import type { Picture } from '@/lib/graph/picture';
import type { Actions } from '../actions/action';
import type { GraphPlace } from '../page/use-graph-place';
import type { Found } from '../views/view';

/** What the panel of what is chosen is given. */
export interface DetailsPanelProps {
  place: GraphPlace;
  picture: Picture;
  /** All that is chosen; none where only an item is open that is not drawn. */
  ids: readonly string[];
  actions: Actions;
  onFound(found: Found): void;
  onClose(): void;
}
