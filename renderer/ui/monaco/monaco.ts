import * as api from 'monaco-editor/editor/editor.api';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/diffEditor/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/placeholderText/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/snippet/register';
// `features/suggest/register` lacks the list itself.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js';
import 'monaco-editor/features/tokenization/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/languages/definitions/markdown/register';
import 'monaco-editor/languages/definitions/typescript/register';
import 'monaco-editor/languages/definitions/yaml/register';
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker';
import { modelAddress } from './json-help.ts';
import { registerJson } from './json-language.ts';
import { themeFrom } from './monaco-theme.ts';

/*
 * Monaco with what this window needs of it: reading, finding, comparing, plain editing, and the colours of four
 * languages. Of the language services only that of JSON, for what may come next (`json-help.ts`): the others are several
 * times as large, and the rules of this program know more of AWS.
 * Only `load-monaco.ts` imports this, when code is first shown.
 */

// Before the first editor: left to itself, Monaco makes its worker from a `data:` address once it is built.
self.MonacoEnvironment = {
  getWorker: (_id, label) => (label === 'json' ? new JsonWorker() : new EditorWorker()),
};

registerJson(api.languages);

const themeName = 'isobar';

/** Gives all editors the colours that the window has now. */
const applyTheme = (): void => {
  const style = getComputedStyle(document.documentElement);
  api.editor.defineTheme(
    themeName,
    themeFrom((name) => style.getPropertyValue(name).trim()),
  );
  api.editor.setTheme(themeName);
};
applyTheme();
new MutationObserver(applyTheme).observe(document.documentElement, {
  attributeFilter: ['data-mantine-color-scheme', 'data-contrast'],
});

/** Options that every editor of the window has. */
export const commonOptions = (): api.editor.IEditorOptions => {
  const root = getComputedStyle(document.documentElement);
  const pixels = Number.parseFloat(root.fontSize) || 16;
  return {
    fontFamily: '"JetBrains Mono Variable", ui-monospace, Menlo, Consolas, monospace',
    fontSize: Math.round(pixels * 0.78125 * 2) / 2,
    lineHeight: 1.55,
    fontLigatures: false,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    padding: { top: 8, bottom: 8 },
    renderLineHighlight: 'none',
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    guides: { indentation: false, bracketPairs: false },
    bracketPairColorization: { enabled: false },
    matchBrackets: 'near',
    folding: true,
    showFoldingControls: 'mouseover',
    lineNumbersMinChars: 4,
    // A field of the page, so that shortcuts know that somebody may be typing.
    editContext: false,
    fixedOverflowWidgets: true,
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
    stickyScroll: { enabled: false },
    links: false,
    occurrencesHighlight: 'off',
    scrollbar: { verticalScrollbarSize: 12, horizontalScrollbarSize: 12, useShadows: false },
    smoothScrolling: false,
    cursorSmoothCaretAnimation: 'off',
  };
};

export { api, modelAddress };
