import { takerTest } from '../../shared/connecting/meaning.ts';
import { findNode } from '../../shared/model/tree.ts';
import type { App } from '../store/app-store.ts';
import { openDocument } from '../store/document.ts';
import { listProblems, noFilter } from '../store/problem-list.ts';
import type { PanelName, View } from '../store/view.ts';
import { tourDesign, tourFunction, tourQueue } from './tour-design.ts';

/*
 * The tour lends the window a small design of its own and gives back what was there: the person's design with its
 * history, what was chosen, and the panes as they were. Nothing of it is ever saved.
 */

/** A part of the window that a step points at. */
export type TourPlace = 'services' | 'canvas' | 'inspector' | 'problems' | 'export';

/** One step of the tour. */
export interface TourStep {
  readonly place: TourPlace;
  readonly title: string;
  readonly text: string;
  /** The pane that has to be open for it. */
  readonly pane?: PanelName;
  /** What the window shows meanwhile. */
  readonly view: (app: App) => Partial<View>;
}

/** Lets the canvas show who could take a line from the queue, as it does while one is drawn. */
const drawing = (app: App): Partial<View> => {
  const design = app.state.document?.design;
  const node = design && findNode(design, tourQueue);
  if (!design || !node) return {};
  const takes = takerTest(app.graph, design, node, false);
  const takers = new Set<string>(design.nodes.filter(takes).map(({ id }) => id));
  return { selection: new Set([node.id]), connecting: { from: node.id, takers } };
};

/** Opens the first problem, so that why and fix are seen. */
const explaining = ({ state: { document, findings, view } }: App): Partial<View> => {
  if (!document) return {};
  const { groups } = listProblems(findings.all, document.design, noFilter, new Set());
  const first = groups[0]?.entries[0];
  return {
    bottomTab: 'problems',
    ...(first && { problems: { ...view.problems, current: first.key, open: first.key } }),
  };
};

export const tourSteps: readonly TourStep[] = [
  {
    place: 'services',
    title: 'Pick a service',
    text: 'Drag a service onto the canvas, or click it. Search finds it by what people call it: “ddb” is the DynamoDB table.',
    pane: 'left',
    view: () => ({ leftTab: 'services' }),
  },
  {
    place: 'canvas',
    title: 'Connect',
    text: 'Pull a line from the edge of a node. What can take it lights up and the rest steps back. Where AWS needs something in between, Isobar says so and adds it for you.',
    view: drawing,
  },
  {
    place: 'inspector',
    title: 'Set it up',
    text: 'Everything about what is chosen: its properties with their limits, its connections, the permissions they grant, and what the service is for.',
    pane: 'right',
    view: () => ({ selection: new Set([tourFunction]), inspectorTab: 'properties' }),
  },
  {
    place: 'problems',
    title: 'Be corrected',
    text: 'More than two hundred checks run while you draw. Each problem says why it matters, and most are mended by one click that first shows what it will change.',
    pane: 'bottom',
    view: explaining,
  },
  {
    place: 'export',
    title: 'Export',
    text: 'Leaves with a project that deploys as it is: AWS SAM or AWS CDK, with handlers, permissions and a README. Pictures and a report too. The Code tab shows it all while you draw.',
    view: () => ({}),
  },
];

/** Shows a step: the pane it needs is open, every other one is as the person left it. */
export const goToTourStep = (app: App, at: number): void => {
  const { tour } = app.state.view;
  const step = tourSteps[at];
  if (!tour || !step) return;
  const { open, leftTab, bottomTab, problems } = tour.before.view;
  app.setView({
    leftTab,
    bottomTab,
    problems,
    selection: new Set(),
    connecting: undefined,
    ...step.view(app),
    open: step.pane === undefined ? open : { ...open, [step.pane]: true },
    tour: { ...tour, at },
  });
};

/** Starts the tour, or starts it again. What is open is kept and comes back, with all that was not saved. */
export const startTour = (app: App): void => {
  endTour(app);
  const { document, view } = app.state;
  app.show(openDocument(app.parts.makeKey(), tourDesign()), {
    tour: { at: 0, before: { document, view } },
  });
  app.focus({ kind: 'fit' });
  goToTourStep(app, 0);
};

/** Ends the tour, if there is one, and puts back what was there. It is not offered again. */
export const endTour = (app: App): void => {
  const { tour } = app.state.view;
  if (!tour) return;
  const { document, view } = tour.before;
  app.show(document, {
    ...view,
    dialog: undefined,
    renaming: undefined,
    connecting: undefined,
    connectingFrom: undefined,
    focus: undefined,
    notices: app.state.view.notices,
  });
  if (document) app.focus({ kind: 'fit' });
  app.setSettings({ tourSeen: true });
};
