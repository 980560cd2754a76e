import { createStore, type StoreApi } from 'zustand/vanilla';
import type { IncrementalGraph } from '../../shared/graph/incremental-graph.ts';
import type { HostApi, HostInfo } from '../../shared/host/host-api.ts';
import type { Design } from '../../shared/model/design.ts';
import type { Edit } from '../../shared/model/edits/index.ts';
import type { CanvasPort } from './canvas-port.ts';
import { applyEdit, type DesignDocument, endMerge, redo, undo } from './document.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { type Engine, type Findings, noFindings } from './engine.ts';
import { type Settings, standardSettings } from './settings.ts';
import { type Dialog, type Focus, firstView, type Notice, type View } from './view.ts';

/** Everything the window knows. The design's nodes on the canvas, labels and findings follow from it. */
export interface AppState {
  readonly host: HostInfo;
  readonly settings: Settings;
  /** Undefined: Home is shown. */
  readonly document: DesignDocument | undefined;
  readonly findings: Findings;
  readonly view: View;
}

/** The design that is the person's: the open one, but while the tour runs the one that comes back after it. */
export const ownDocument = ({ document, view: { tour } }: AppState): DesignDocument | undefined =>
  tour ? tour.before.document : document;

/** What the app is made with; tests hand in their own. */
export interface AppParts {
  readonly host: HostApi;
  readonly info: HostInfo;
  readonly settings?: Settings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A word that no other document of this machine has. */
  readonly makeKey: () => string;
  /** Does some work when the next picture is on the screen; without it, work is done at once. */
  readonly afterPicture?: (work: () => void) => void;
}

export type EditOptions = {
  /** Steps with the same key that follow one another are one. */
  readonly mergeKey?: string;
  /** What is chosen afterwards. */
  readonly select?: Iterable<string>;
};

/** The app: its state, and the only ways to change it. Commands and components get this. */
export interface App {
  readonly store: StoreApi<AppState>;
  readonly state: AppState;
  readonly parts: AppParts;
  /** The graph of the open design: summaries, labels and permissions ask it. */
  readonly graph: IncrementalGraph;
  /** The canvas, for what needs to know where one looks; undefined while none is shown. */
  readonly canvas: CanvasPort | undefined;
  setCanvas(canvas: CanvasPort | undefined): void;
  /** Hands in the graph, which knows the catalog. Home is shown before that is loaded, a design never. */
  setGraph(graph: IncrementalGraph): void;
  /** The only door to the design: one gesture, one step. Gives false when nothing was changed. */
  edit(label: string, change: Edit, options?: EditOptions): boolean;
  /** Ends the run of merged steps, when a field is left. */
  endGesture(): void;
  undo(): void;
  redo(): void;
  /** Shows a document, or Home; seen as it is at first, but for what `view` says. */
  show(document: DesignDocument | undefined, view?: Partial<View>): void;
  /** Changes what is known of the file, and with it the design when another program wrote that. */
  setDocument(change: (document: DesignDocument) => DesignDocument): void;
  setView(change: Partial<View> | ((view: View) => Partial<View>)): void;
  select(ids: Iterable<string>): void;
  focus(focus: Focus): void;
  openDialog(dialog: Dialog | undefined): void;
  notify(notice: Omit<Notice, 'id'>): void;
  dismiss(id: number): void;
  setSettings(change: Partial<Settings>): void;
  /** The checks; undefined until they are loaded (`findings.ready`). */
  readonly engine: Engine | undefined;
  /** What was typed into fields and is no value yet. */
  readonly drafts: Drafts;
  /** From now on findings follow every edit. */
  setEngine(engine: Engine): void;
}

/** A design of so many nodes is checked before it is shown for the first time; a larger one is shown first. */
const atOnce = 300;

/** Makes the app; nothing is shown yet. */
export const createApp = (parts: AppParts): App => {
  const store = createStore<AppState>(() => ({
    host: parts.info,
    settings: parts.settings ?? standardSettings,
    document: undefined,
    findings: noFindings,
    view: { ...firstView, open: (parts.settings ?? standardSettings).open },
  }));
  let graph: IncrementalGraph | undefined;
  let engine: Engine | undefined;
  let canvas: CanvasPort | undefined;
  let notices = 0;

  /** One change of the design and all that follows from it, so that nobody sees the one without the other. */
  const put = (document: DesignDocument | undefined, view: Partial<View> = {}): void => {
    const before = store.getState();
    const design = document?.design;
    let { findings } = before;
    if (design && design !== before.document?.design) {
      app.graph.update(design);
      const isOpened = document.key !== before.document?.key;
      if (isOpened && design.nodes.length > atOnce && parts.afterPicture) {
        findings = noFindings;
        parts.afterPicture(checkAgain);
      } else if (engine) findings = engine.validate(design);
    }
    if (!design) findings = noFindings;
    store.setState({ document, findings, view: { ...before.view, ...view } });
  };

  /** Looks at whatever is open by now. */
  const checkAgain = (): void => {
    const { document } = store.getState();
    if (document && engine) store.setState({ findings: engine.validate(document.design) });
  };

  const app: App = {
    store,
    parts,
    drafts: createDrafts(),
    get state() {
      return store.getState();
    },
    get graph() {
      if (!graph) throw new Error('The catalog is not loaded yet.');
      return graph;
    },
    get canvas() {
      return canvas;
    },
    setCanvas: (shown) => {
      canvas = shown;
    },
    setGraph: (made) => {
      graph = made;
    },
    edit: (label, change, options = {}) => {
      const { document, view } = store.getState();
      if (!document) return false;
      if (document.readOnly !== undefined) {
        app.notify({ tone: 'info', text: document.readOnly });
        return false;
      }
      const next = applyEdit(document, label, change, options.mergeKey);
      if (next === document) return false;
      const chosen = options.select ? new Set(options.select) : view.selection;
      put(next, { selection: stillThere(next.design, chosen) });
      return true;
    },
    endGesture: () => {
      const { document } = store.getState();
      if (document) store.setState({ document: endMerge(document) });
    },
    undo: () => step(undo),
    redo: () => step(redo),
    show: (document, view) => {
      // Panes and notices are the window's, not the design's.
      const { notices: shown, open, leftTab, bottomTab } = store.getState().view;
      put(document, { ...firstView, notices: shown, open, leftTab, bottomTab, ...view });
    },
    setDocument: (change) => {
      const { document, view } = store.getState();
      if (!document) return;
      const next = change(document);
      if (next.design === document.design) put(next);
      else put(next, { selection: stillThere(next.design, view.selection) });
    },
    setView: (change) =>
      store.setState(({ view }) => ({
        view: { ...view, ...(typeof change === 'function' ? change(view) : change) },
      })),
    select: (ids) => {
      const selection = new Set(ids);
      const { view } = store.getState();
      if (!isSameSet(view.selection, selection)) app.setView({ selection });
    },
    focus: (focus) => app.setView({ focus: { ...focus } }),
    openDialog: (dialog) => app.setView({ dialog }),
    notify: (notice) => {
      notices += 1;
      const id = notices;
      app.setView(({ notices: shown }) => ({
        // What says the same as one that is shown takes its place.
        notices: [...shown.filter(({ text }) => text !== notice.text), { ...notice, id }].slice(-4),
      }));
    },
    dismiss: (id) =>
      app.setView(({ notices: shown }) => ({
        notices: shown.filter((notice) => notice.id !== id),
      })),
    setSettings: (change) => {
      store.setState(({ settings }) => ({ settings: { ...settings, ...change } }));
      void parts.host.writeSettings({ ...store.getState().settings });
    },
    get engine() {
      return engine;
    },
    setEngine: (made) => {
      engine = made;
      checkAgain();
    },
  };

  const step = (go: (document: DesignDocument) => DesignDocument): void => {
    const { document, view } = store.getState();
    if (!document) return;
    const next = go(document);
    if (next === document) return;
    const back = broughtBack(document.design, next.design);
    put(next, { selection: back.size > 0 ? back : stillThere(next.design, view.selection) });
  };

  return app;
};

/**
 * What a step through the history brings back: nodes that were not there, without what they hold; connections where
 * it brings back nothing else.
 */
const broughtBack = (before: Design, after: Design): ReadonlySet<string> => {
  const nodes = newOf(before.nodes, after.nodes);
  if (nodes.size === 0) return newOf(before.connections, after.connections);
  return new Set(
    after.nodes
      .filter(({ id, parent }) => nodes.has(id) && !(parent !== undefined && nodes.has(parent)))
      .map(({ id }) => id),
  );
};

const newOf = (
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): ReadonlySet<string> => {
  if (before === after) return new Set();
  const known = new Set(before.map(({ id }) => id));
  return new Set(after.map(({ id }) => id).filter((id) => !known.has(id)));
};

/** The ids that the design still has; the same set when all are there. */
const stillThere = (design: Design, ids: ReadonlySet<string>): ReadonlySet<string> => {
  if (ids.size === 0) return ids;
  const there = new Set<string>();
  for (const { id } of design.nodes) if (ids.has(id)) there.add(id);
  for (const { id } of design.connections) if (ids.has(id)) there.add(id);
  return isSameSet(ids, there) ? ids : there;
};

const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((item) => b.has(item));
