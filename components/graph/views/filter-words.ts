import { isFiltered, type PictureState } from '../page/graph-url';
import { matchingText } from '../style/captions';

/** What a filter does to a picture: why some are not drawn, or how many stand out. Nothing where no filter is set. */
export function filterWords(
  state: Parameters<typeof isFiltered>[0] & Pick<PictureState, 'unmatched'>,
  matching: number,
): string[] {
  if (!isFiltered(state)) return [];
  if (state.unmatched === 'hide') return ['A filter hides the others.'];
  return [`${matchingText(matching)} the filter; the others are dimmed.`];
}
