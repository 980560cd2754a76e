import type { Problem } from '../../shared/lib/problem.ts';
import type { DeleteConsequences } from '../../shared/model/edits/index.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import type { DesignDocument } from './document.ts';
import { firstProblemsView, type ProblemsView } from './problem-list.ts';

/** What is shown and chosen: never saved with the design, never undone. */

export type LeftTab = 'services' | 'outline' | 'templates';
export type BottomTab = 'problems' | 'code';
export type InspectorTab = 'properties' | 'connections' | 'permissions' | 'explain' | 'code';
/** What the Code panel can show. */
export type CodeFormat = 'sam' | 'cdk' | 'design' | 'mermaid' | 'report';
export type ExportChoice = 'sam' | 'cdk' | 'svg' | 'png' | 'mermaid' | 'report';
export type PanelName = 'left' | 'right' | 'bottom';

/** A window in front of everything else. */
export type Dialog =
  /** `choice` is what is chosen at first; the last one unless said. */
  | { readonly kind: 'export'; readonly choice?: ExportChoice }
  | { readonly kind: 'settings' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'about' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'find' }
  /** Closing, opening or leaving while work is not saved: `proceed` goes on, `stay` says that nothing is to happen. */
  | { readonly kind: 'unsaved'; readonly proceed: () => void; readonly stay?: () => void }
  /** A file that cannot be opened, and everything that is wrong with it. */
  | { readonly kind: 'open-problems'; readonly name: string; readonly problems: readonly Problem[] }
  /** The file changed on disk while work here is not saved. */
  | { readonly kind: 'file-changed' }
  | {
      readonly kind: 'delete';
      readonly ids: readonly string[];
      readonly consequences: DeleteConsequences;
    }
  | { readonly kind: 'suppress'; readonly rule: string; readonly at: string | undefined };

/** A short message that comes and goes. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'error';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What the canvas is to bring into view; each request is an object of its own. */
export type Focus =
  | { readonly kind: 'fit' }
  | { readonly kind: 'selection' }
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'zoom'; readonly to: 'in' | 'out' | 'actual' };

/** The tour while it runs: its step, and what is put back when it ends. */
export interface Tour {
  readonly at: number;
  readonly before: { readonly document: DesignDocument | undefined; readonly view: View };
}

export interface View {
  /** Ids of the chosen nodes and connections. */
  readonly selection: ReadonlySet<string>;
  readonly leftTab: LeftTab;
  readonly bottomTab: BottomTab;
  readonly inspectorTab: InspectorTab;
  readonly open: Readonly<Record<PanelName, boolean>>;
  readonly dialog: Dialog | undefined;
  /** While it is there, the open design is not the person's. */
  readonly tour: Tour | undefined;
  readonly notices: readonly Notice[];
  /** The node whose name is being typed on the canvas. */
  readonly renaming: NodeId | undefined;
  /** The node from which a connection is being made by clicks or keys. */
  readonly connectingFrom: NodeId | undefined;
  /** The line that is being drawn: where it starts, and the nodes that can take it. */
  readonly connecting: { readonly from: NodeId; readonly takers: ReadonlySet<string> } | undefined;
  readonly focus: Focus | undefined;
  /** The kind that is being dragged from the palette: a drag tells nobody what it holds before it is dropped. */
  readonly draggedKind: string | undefined;
  /** How large the canvas is drawn, 1 being actual size; undefined before it is drawn. */
  readonly zoom: number | undefined;
  /** The wish to go to the next pane or the one before; each is an object of its own. */
  readonly paneStep: { readonly by: 1 | -1 } | undefined;
  /** Containers that show a summary instead of what they hold. */
  readonly collapsed: ReadonlySet<string>;
  /** Nodes that the pointer cannot move. */
  readonly locked: ReadonlySet<string>;
  /** What the Code panel shows: a format, and of each format a file. */
  readonly code: {
    readonly format: CodeFormat;
    readonly files: Readonly<Partial<Record<CodeFormat, string>>>;
    readonly wrap: boolean;
  };
  /** What the Problems panel shows. */
  readonly problems: ProblemsView;
  /** The property that the inspector should show and focus. */
  readonly property: { readonly owner: string; readonly name: string } | undefined;
}

export const firstView: View = {
  selection: new Set(),
  leftTab: 'services',
  bottomTab: 'problems',
  inspectorTab: 'properties',
  open: { left: true, right: true, bottom: true },
  dialog: undefined,
  tour: undefined,
  notices: [],
  renaming: undefined,
  connectingFrom: undefined,
  connecting: undefined,
  focus: undefined,
  draggedKind: undefined,
  zoom: undefined,
  paneStep: undefined,
  collapsed: new Set(),
  locked: new Set(),
  code: { format: 'sam', files: {}, wrap: false },
  problems: firstProblemsView,
  property: undefined,
};
