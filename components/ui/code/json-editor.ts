import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  codeFolding,
  foldEffect,
  foldGutter,
  foldKeymap,
  foldService,
  unfoldAll,
} from '@codemirror/language';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { jsonFolds } from './json-folds';
import { jsonTheme } from './json-theme';

export interface JsonEditor {
  openSearch(): void;
  foldAll(): void;
  unfoldAll(): void;
  wrapLines(wrap: boolean): void;
  destroy(): void;
}

function foldPlaceholder(_: EditorView, unfold: (event: Event) => void): HTMLElement {
  const placeholder = document.createElement('span');
  placeholder.className = 'cm-foldPlaceholder';
  placeholder.textContent = '…';
  placeholder.title = 'Unfold';
  placeholder.onclick = unfold;
  return placeholder;
}

/**
 * A read-only CodeMirror for `text` (already laid out) inside `parent`. Tab is left to the browser, so that the keyboard
 * can leave it again.
 */
export function mountJsonEditor(parent: HTMLElement, text: string, ariaLabel: string): JsonEditor {
  const folds = jsonFolds(text);
  const wrapping = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ 'aria-label': ariaLabel, tabindex: '0' }),
        lineNumbers(),
        codeFolding({ placeholderDOM: foldPlaceholder }),
        foldService.of((_, lineFrom, lineTo) => folds.startingIn(lineFrom, lineTo) ?? null),
        foldGutter(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        search({ top: true }),
        keymap.of([...searchKeymap, ...foldKeymap, ...defaultKeymap]),
        json(),
        jsonTheme,
        wrapping.of([]),
      ],
    }),
  });
  return {
    openSearch: () => openSearchPanel(view),
    foldAll: () => view.dispatch({ effects: folds.outline().map((range) => foldEffect.of(range)) }),
    unfoldAll: () => unfoldAll(view),
    wrapLines: (wrap) => view.dispatch({ effects: wrapping.reconfigure(wrap ? EditorView.lineWrapping : []) }),
    destroy: () => view.destroy(),
  };
}
