'use client';
import './stage.css';
import type { AutosuggestProps } from '@cloudscape-design/components/autosuggest';
import Box from '@cloudscape-design/components/box';
import LiveRegion from '@cloudscape-design/components/live-region';
import Spinner from '@cloudscape-design/components/spinner';
import { type CSSProperties, useMemo, useRef, useState } from 'react';
import { countText } from '@/components/ui/bytes';
import { FailureAlert } from '@/components/ui/failure-alert';
import type { Rectangle } from '@/lib/graph/picture';
import { palettes } from '@/lib/graph/style/palette';
import { withPins } from '@/lib/graph/with-pins';
import { copyText } from '../actions/copy-text';
import { useActions } from '../actions/use-actions';
import { useContextMenu } from '../actions/use-context-menu';
import { useMode } from '../canvas/use-mode';
import { choosable } from '../chosen/chosen-thing';
import { DetailsPanel } from '../chosen/details-panel';
import { useChosen } from '../chosen/use-chosen';
import { ExportMenu } from '../export/export-menu';
import { isFiltered, mostChosen } from '../page/graph-url';
import { viewTitles } from '../views/titles';
import type { Found, PageProps, Scene } from '../views/view';
import { GraphFilterBox } from './graph-filter';
import { HoverCard, type Pointed } from './hover-card';
import { KeysDialog } from './keys-dialog';
import { Legend } from './legend';
import { Minimap } from './minimap';
import { SelectLayer } from './select-layer';
import { chosenWords, emptyPicture, shownWords } from './stage-words';
import { ToolRow } from './tool-row';
import { useCanvasKeys, usePageKeys } from './use-canvas-keys';
import { usePageTop } from './use-page-top';
import { usePictureCanvas } from './use-picture-canvas';
import { Words } from './words';
import { WordsPanel } from './words-panel';
import { ZoomButtons } from './zoom-buttons';

/** What a view shows, drawn, with everything round it: tools, what is chosen, legend, overview, the same in words. */
export function Stage({ place, steps, full, scene }: PageProps & { scene: Scene }) {
  const { state } = place;
  const mode = useMode();
  const palette = palettes[mode];
  const drawn = scene.picture;
  const pinned = useMemo(() => drawn && withPins(drawn, state.pin), [drawn, state.pin]);
  const picture = pinned ?? emptyPicture;
  const findField = useRef<AutosuggestProps.Ref>(null);
  const onSight = useRef<(sight: Rectangle) => void>(undefined);
  const [pointed, setPointed] = useState<Pointed>();
  const [isFilterAsked, setFilterAsked] = useState(isFiltered(state));
  const [keysShown, setKeysShown] = useState(false);
  const [said, setSaid] = useState('');
  const [isSelecting, setSelecting] = useState(false);
  const root = usePageTop();
  const choice = useChosen(place, picture);
  const { chosen, all, choose, isOpen, close } = choice;
  const open = (id: string) => {
    if (!scene.onOpen(id)) choose(id, { open: true });
  };
  /** Enter unfolds what is folded; of all else it shows the item or the facts. */
  const enter = (id: string) => {
    if (picture.boxes.some((box) => box.id === id && box.folded)) open(id);
    else choose(id, { open: true });
  };
  /** Chooses these together, as many as the URL holds. */
  const chooseAll = (ids: readonly string[]) => {
    choice.chooseAll(ids);
    setSaid(ids.length > mostChosen ? `The first ${mostChosen} of ${countText(ids.length)} are chosen.` : '');
  };
  const { container, canvas, failure, reveal } = usePictureCanvas({
    picture: pinned,
    scene: scene.name,
    begin: scene.begin,
    anchor: scene.anchor,
    mode,
    chosen: all,
    isCovered: isOpen,
    onChoose: (id, adding) => {
      if (!adding) choose(id, { open: id !== undefined });
      else if (id !== undefined) choice.toggle(id);
    },
    onChooseWithin: (ids, adding) => {
      const drawn = choosable(picture);
      chooseAll([...(adding ? all : []), ...ids.filter((id) => drawn.includes(id))]);
    },
    onOpen: open,
    onMenu: (id, at) => ask(id, at),
    onPoint: (next) => {
      const frame = container.current?.getBoundingClientRect();
      setPointed(next && frame && { ...next, width: frame.width, height: frame.height });
      scene.onPoint?.(next?.id);
    },
    onSight: (sight) => onSight.current?.(sight),
  });
  const show = (id: string, how: { open: boolean }) => {
    choose(id, how);
    reveal(id);
  };
  const found = (match: Found) => {
    scene.onFound(match);
    if (!scene.beginsAnew) reveal(match.id);
    container.current?.focus();
  };
  /** What had the focus goes: the canvas gets it, not the page's beginning. */
  const andFocus = (act: () => void) => () => {
    act();
    container.current?.focus({ preventScroll: true });
  };
  const showKeys = () => setKeysShown(true);
  usePageKeys({ find: () => findField.current?.focus(), showKeys });
  const onKeyDown = useCanvasKeys({
    picture,
    chosen,
    walkTo: (id) => {
      choice.walkTo(id, { open: isOpen });
      reveal(id);
    },
    chooseAll: () => chooseAll(choosable(picture)),
    keep: choice.keep,
    open: enter,
    fold: (id) => picture.boxes.some((box) => box.id === id) && scene.onOpen(id),
    ask: (id) => {
      const drawn = canvas?.viewport.placeOf(id);
      if (drawn) ask(id, { x: drawn.x + drawn.width / 2, y: drawn.y + drawn.height });
    },
    escape: () => (isOpen ? close() : choose(undefined, { open: false })),
    canvas,
  });
  const copy = (done: string, text: string) => void copyText(text, done).then(setSaid);
  const actionsFor = useActions({
    ...{ place, scene, picture, chosen: all, isOpen, say: setSaid },
    open: (id) => choose(id, { open: true }),
    copy,
  });
  const { ask, contextMenu } = useContextMenu({ place, picture, chosen: all, actionsFor, canvas: container });
  const words = shownWords(scene.shown, scene.query.isFetching);
  const error = scene.query.error ?? (failure === undefined ? null : drawingFailed);
  const colours = useMemo(
    () =>
      ({
        '--graph-canvas': palette.canvas,
        '--graph-line': palette.edge,
        '--graph-text': palette.text,
      }) as CSSProperties,
    [palette],
  );

  return (
    <div ref={root} className={full.isFull ? 'graph-page full' : 'graph-page'} style={colours}>
      <ToolRow
        place={place}
        steps={steps}
        tools={scene.tools}
        isFull={full.isFull}
        isSelecting={isSelecting}
        isFilterOpen={isFilterAsked}
        exports={
          <ExportMenu
            picture={() => pinned}
            sight={() => canvas?.viewport.sight()}
            fileName={pictureName(state.key)}
            disabled={!scene.picture}
          />
        }
        findField={findField}
        onFound={found}
        actions={{
          select: () => setSelecting(!isSelecting),
          copyLink: () => copy('The link is copied.', window.location.href),
          showKeys,
          fullScreen: full.toggle,
          filter: () => setFilterAsked(!isFilterAsked),
        }}
      />
      {isFilterAsked && <GraphFilterBox place={place} canHide={scene.canHide} total={scene.shown?.matching ?? 0} />}
      <div className="graph-counts-row">
        <span>
          {words} {said} {scene.query.isFetching && <Spinner />}
        </span>
        {scene.beside}
      </div>
      <div className="graph-stage">
        <div
          ref={container}
          className="graph-canvas"
          role="application"
          aria-roledescription="graph"
          aria-label={`${viewTitles[state.view]}: ${words}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the focus; `?` tells its keys.
          tabIndex={0}
          onKeyDown={onKeyDown}
        />
        {isSelecting && <SelectLayer canvas={container} />}
        <div className="graph-corner top">
          {error && (
            <FailureAlert
              title="The graph cannot be shown"
              error={error}
              onRetry={() => scene.query.refetch()}
              retrying={scene.query.isFetching}
            />
          )}
          {scene.notice}
        </div>
        {scene.picture && picture.boxes.length + picture.nodes.length === 0 && !scene.query.isFetching && (
          <div className="graph-empty">
            <Box color="text-body-secondary">Nothing to draw</Box>
          </div>
        )}
        <LiveRegion hidden>{`${words} ${said} ${chosenWords(picture, all)}`}</LiveRegion>
        {pointed && <HoverCard place={place} picture={picture} pointed={pointed} />}
        <details className="graph-corner left">
          <summary>Legend</summary>
          <Legend picture={picture} mode={mode} />
        </details>
        {scene.picture && (
          <div className="graph-corner right">
            <ZoomButtons canvas={canvas} />
            <Minimap
              picture={picture}
              palette={palette}
              onSight={onSight}
              onLook={(point) => canvas?.viewport.lookAt(point)}
            />
          </div>
        )}
        {state.list && (
          <WordsPanel onClose={andFocus(() => place.change({ list: false }))}>
            {scene.words}
            <Words picture={picture} chosen={all} open onShow={(id) => show(id, { open: true })} />
          </WordsPanel>
        )}
        {isOpen && (
          <DetailsPanel
            place={place}
            picture={picture}
            ids={all}
            actions={actionsFor(all)}
            onFound={found}
            onClose={andFocus(close)}
          />
        )}
        {contextMenu}
      </div>
      {keysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
    </div>
  );
}

const drawingFailed = new Error('The graph could not be drawn. Reload the page.');

function pictureName(objectKey: string): string {
  const name = objectKey.slice(objectKey.lastIndexOf('/') + 1).replace(/\.json(\.gz)?$/, '');
  return `${name || 'snapshot'}-graph`;
}
