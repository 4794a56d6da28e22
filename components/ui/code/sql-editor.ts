import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, StreamLanguage } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { jsonTheme } from './json-theme';

export interface SqlEditor {
  /** Takes another text in place of what stands there. */
  replace(text: string): void;
  destroy(): void;
}

const keywords = new Set(
  'select from where group by order having limit offset as and or not in is null like ilike between case when then else end join left right full inner outer cross lateral on using union all distinct with recursive values unnest asc desc nulls first last exists any true false over partition filter qualify except intersect'.split(
    ' ',
  ),
);

/** Enough of SQL to tell its words apart by colour; what it means is for the server to say. */
const sql = StreamLanguage.define<{ inComment: boolean }>({
  startState: () => ({ inComment: false }),
  token(stream, state) {
    if (state.inComment || stream.match('/*')) {
      state.inComment = !stream.skipTo('*/');
      if (state.inComment) stream.skipToEnd();
      else stream.match('*/');
      return 'comment';
    }
    if (stream.match(/^--.*/)) return 'comment';
    if (stream.match(/^'(?:[^']|'')*'?/)) return 'string';
    if (stream.match(/^"(?:[^"]|"")*"?/)) return null;
    if (stream.match(/^\d+(?:\.\d+)?\b/)) return 'number';
    const word = stream.match(/^[A-Za-z_]\w*/);
    if (word && typeof word === 'object') return keywords.has(word[0].toLowerCase()) ? 'keyword' : null;
    stream.next();
    return null;
  },
});

interface SqlEditorOptions {
  parent: HTMLElement;
  text: string;
  ariaLabel: string;
  onChange(text: string): void;
  /** Ctrl+Enter, or Cmd+Enter. */
  onRun(): void;
}

/** A small CodeMirror for one query. Tab is left to the browser, so that the keyboard can leave it again. */
export function mountSqlEditor({ parent, text, ariaLabel, onChange, onRun }: SqlEditorOptions): SqlEditor {
  const run = () => {
    onRun();
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.contentAttributes.of({ 'aria-label': ariaLabel }),
        EditorView.lineWrapping,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
        keymap.of([...historyKeymap, ...defaultKeymap]),
        sql,
        jsonTheme,
        EditorView.theme({ '.cm-scroller': { minHeight: '120px', maxHeight: '320px' } }),
      ],
    }),
  });
  return {
    replace: (next) => {
      if (next !== view.state.doc.toString())
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    destroy: () => view.destroy(),
  };
}
