import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Every colour stands on its background at 4.5:1 or better. `awsui-dark-mode` is Cloudscape's class for dark. */
const frame = EditorView.theme({
  '&': {
    '--json-back': '#ffffff',
    '--json-text': '#16191f',
    '--json-key': '#0b5394',
    '--json-string': '#1a6b1a',
    '--json-number': '#9a3412',
    '--json-word': '#7e22ce',
    '--json-quiet': '#5f6b7a',
    '--json-line': '#c6c6cd',
    '--json-active': '#f2f6fd',
    '--json-chosen': '#cfe3fb',
    '--json-found': '#ffe58a',
    '--json-here': '#ffb84d',
    '--json-focus': '#006ce0',
    fontSize: '13px',
    color: 'var(--json-text)',
    backgroundColor: 'var(--json-back)',
    border: '1px solid var(--json-line)',
    borderRadius: '8px',
    overflow: 'hidden',
    maxHeight: 'var(--json-viewer-height, 70vh)',
  },
  '.awsui-dark-mode &': {
    '--json-back': '#0f141a',
    '--json-text': '#dedee3',
    '--json-key': '#75cfff',
    '--json-string': '#7ee787',
    '--json-number': '#ffb88a',
    '--json-word': '#d2a8ff',
    '--json-quiet': '#a4a4ad',
    '--json-line': '#424650',
    '--json-active': '#1b232d',
    '--json-chosen': '#24466b',
    '--json-found': '#5c4a00',
    '--json-here': '#8a5a00',
    '--json-focus': '#42b4ff',
  },
  '&.cm-focused': { outline: '2px solid var(--json-focus)', outlineOffset: '1px' },
  '.cm-scroller': {
    overflow: 'auto',
    fontFamily: 'Monaco, Menlo, Consolas, "Courier Prime", "DejaVu Sans Mono", monospace',
  },
  '.cm-content': { caretColor: 'var(--json-text)' },
  '.cm-cursor': { borderLeftColor: 'var(--json-text)' },
  '.cm-gutters': {
    color: 'var(--json-quiet)',
    backgroundColor: 'var(--json-back)',
    borderRight: '1px solid var(--json-line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--json-active)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--json-chosen)',
  },
  '.cm-foldGutter span': { cursor: 'pointer', padding: '0 2px' },
  '.cm-foldPlaceholder': {
    color: 'var(--json-quiet)',
    backgroundColor: 'var(--json-active)',
    border: '1px solid var(--json-line)',
    padding: '0 6px',
    margin: '0 2px',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--json-found)', outline: 'none' },
  '.cm-searchMatch.cm-searchMatch-selected': { backgroundColor: 'var(--json-here)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--json-chosen)' },
  '.cm-panels': { color: 'var(--json-text)', backgroundColor: 'var(--json-active)', fontFamily: 'inherit' },
  '.cm-panels-top': { borderBottom: '1px solid var(--json-line)' },
  '.cm-panel.cm-search': { padding: '8px 32px 8px 8px', fontSize: '13px' },
  '.cm-panel.cm-search label': { fontSize: '13px', whiteSpace: 'nowrap' },
  '.cm-panel.cm-search button[name="close"]': {
    color: 'inherit',
    fontSize: '20px',
    top: '4px',
    right: '8px',
    width: '24px',
    height: '24px',
    cursor: 'pointer',
  },
  '.cm-textfield': {
    color: 'inherit',
    backgroundColor: 'var(--json-back)',
    border: '1px solid var(--json-quiet)',
    borderRadius: '6px',
    padding: '3px 8px',
    fontSize: '13px',
  },
  '.cm-button': {
    color: 'inherit',
    backgroundColor: 'var(--json-back)',
    backgroundImage: 'none',
    border: '1px solid var(--json-quiet)',
    borderRadius: '12px',
    padding: '2px 10px',
    fontSize: '13px',
    cursor: 'pointer',
  },
  '.cm-button:active': { backgroundImage: 'none', backgroundColor: 'var(--json-chosen)' },
  '.cm-panel.cm-search :focus-visible': { outline: '2px solid var(--json-focus)' },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--json-key)' },
  { tag: tags.string, color: 'var(--json-string)' },
  { tag: tags.number, color: 'var(--json-number)' },
  { tag: [tags.bool, tags.null], color: 'var(--json-word)' },
  { tag: tags.keyword, color: 'var(--json-key)' },
  { tag: tags.comment, color: 'var(--json-quiet)' },
]);

/** How JSON looks here, and SQL, in light and in dark. */
export const jsonTheme: Extension = [frame, syntaxHighlighting(colours)];
