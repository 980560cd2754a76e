import { unsuppress } from '../../shared/model/edits/index.ts';
import type { ConnectionId, NodeId } from '../../shared/model/ids.ts';
import type { Finding, Fix } from '../../shared/rules/rule.ts';
import { counted } from '../../shared/rules/text.ts';
import type { App } from '../store/app-store.ts';
import { isGone, isIdle, suppressionOf } from '../store/idle-suppressions.ts';
import {
  listProblems,
  neighbourOf,
  type ProblemEntry,
  type ProblemList,
} from '../store/problem-list.ts';
import { defineCommand, isEditable } from './command.ts';

const empty: ReadonlySet<string> = new Set();
let listed: { readonly asked: readonly unknown[]; readonly list: ProblemList } | undefined;

/** The problems as the panel lists them. Asked for the same again, it gives the same. */
export const problemsOf = ({ state: { document, findings, view } }: App): ProblemList => {
  const { filter } = view.problems;
  const design = document?.design;
  // What is chosen matters only to those who filter by it.
  const selection = filter.onlySelection ? view.selection : empty;
  const asked = [findings.all, design, filter, selection];
  if (!listed?.asked.every((value, at) => value === asked[at])) {
    const list = listProblems(
      findings.all,
      design ?? { formatVersion: 1, name: '', region: '', nodes: [], connections: [] },
      filter,
      selection,
    );
    listed = { asked, list };
  }
  return listed.list;
};

/** Goes to a problem: it is the current one, its node or connection is chosen and brought into view, its property shown. */
export const showProblem = (
  app: App,
  { key, finding }: ProblemEntry,
  { opens = false }: { readonly opens?: boolean } = {},
): void => {
  const { at, property } = finding;
  app.setView(({ problems, open }) => ({
    problems: { ...problems, current: key, ...(opens && { open: key }) },
    ...(at.kind !== 'design' &&
      property !== undefined && {
        property: { owner: at.id, name: property },
        inspectorTab: 'properties',
        open: { ...open, right: true },
      }),
  }));
  const { document } = app.state;
  if (at.kind === 'design' || !document || isGone(document.design, at)) return;
  // Choosing one of several would empty the list of who looks only at what is chosen.
  const { filter } = app.state.view.problems;
  if (!filter.onlySelection || !app.state.view.selection.has(at.id)) app.select([at.id]);
  app.focus({ kind: 'ids', ids: [at.id] });
};

/** Applies a fix as one step; true when it changed something. */
export const applyFix = (app: App, fix: Fix): boolean => {
  const isDone = app.edit(fix.title, fix.edit);
  if (!isDone && isEditable(app))
    app.notify({
      tone: 'info',
      text: 'There is nothing left to fix here: the design has changed.',
    });
  return isDone;
};

/** Applies every fix of a rule that brings no new error, as one step. */
export const fixAllOf = (app: App, rule: string): void => {
  const { document } = app.state;
  if (!document || !app.engine) return;
  const { design, applied, left } = app.engine.fixAll(document.design, rule);
  const rest = left.filter((finding) => finding.rule === rule && !finding.suppressed).length;
  const done = counted(applied.length, 'problem');
  const edited = applied.length > 0 && app.edit(`Fix ${done} of ${rule}`, () => design);
  if (edited)
    told(
      app,
      rest === 0
        ? `Fixed ${done} of ${rule}.`
        : `Fixed ${done} of ${rule}; ${rest} could not be fixed without a new error.`,
    );
  else if (isEditable(app))
    app.notify({ tone: 'info', text: `No fix of ${rule} helps without bringing a new error.` });
};

/** Ends a suppression, so that the finding counts again. */
export const showAgain = (app: App, finding: Finding): void => {
  const { document } = app.state;
  const suppression = document && suppressionOf(document.design, finding);
  if (suppression)
    app.edit(
      isIdle(finding)
        ? `Remove the suppression of ${suppression.rule}`
        : `Show ${suppression.rule} again`,
      unsuppress(suppression.rule, suppression.at as NodeId | ConnectionId | undefined),
    );
};

/** Says what was done, and offers to undo just that: not what was done since. */
const told = (app: App, text: string): void => {
  const made = app.state.document?.design;
  const takeBack = (): void => {
    if (app.state.document?.design === made) app.undo();
    else app.notify({ tone: 'info', text: 'The design has changed since then.' });
  };
  app.notify({ tone: 'success', text, action: { label: 'Undo', run: takeBack } });
};

const walk =
  (step: 1 | -1) =>
  (app: App): void => {
    const next = neighbourOf(problemsOf(app), app.state.view.problems.current, step);
    if (!next) return;
    app.setView(({ open }) => ({ bottomTab: 'problems', open: { ...open, bottom: true } }));
    showProblem(app, next, { opens: true });
  };

/** The problem with a fix that the person most likely means: the current one, else the worst at what is chosen. */
const fixable = (app: App): ProblemEntry | undefined => {
  const { view } = app.state;
  const entries = problemsOf(app).groups.flatMap(({ group, entries: own }) =>
    group === 'suppressed' ? [] : own.filter(({ finding }) => finding.fixes.length > 0),
  );
  const isChosen = ({ finding: { at } }: ProblemEntry): boolean =>
    at.kind === 'design' ? view.selection.size === 0 : view.selection.has(at.id);
  const chosen = entries.filter(isChosen);
  return chosen.find(({ key }) => key === view.problems.current) ?? chosen[0];
};

export const problemCommands = [
  defineCommand({
    id: 'view.next-problem',
    title: 'Next problem',
    group: 'view',
    keys: ['f8'],
    words: 'error warning finding',
    whileTyping: true,
    startsSection: true,
    when: (app) => problemsOf(app).shown > 0,
    run: walk(1),
  }),
  defineCommand({
    id: 'view.previous-problem',
    title: 'Previous problem',
    group: 'view',
    keys: ['shift+f8'],
    words: 'error warning finding',
    whileTyping: true,
    when: (app) => problemsOf(app).shown > 0,
    run: walk(-1),
  }),
  defineCommand({
    id: 'edit.fix-problem',
    title: 'Fix the problem here',
    group: 'edit',
    keys: ['mod+.'],
    words: 'quick fix error warning finding',
    whileTyping: true,
    startsSection: true,
    when: (app) => isEditable(app) && fixable(app) !== undefined,
    run: (app) => {
      const entry = fixable(app);
      const [fix, ...others] = entry?.finding.fixes ?? [];
      if (!entry || !fix) return;
      if (others.length === 0) {
        // The list may be out of sight: say what was done.
        if (applyFix(app, fix)) told(app, `Done: ${fix.title}.`);
      } else {
        // Several ways: the person chooses.
        app.setView(({ open }) => ({ bottomTab: 'problems', open: { ...open, bottom: true } }));
        showProblem(app, entry, { opens: true });
      }
    },
  }),
];
