import { describeConnection, describeNode } from '../../../shared/catalog/describe-node.ts';
import type { Graph } from '../../../shared/graph/graph.ts';
import type { AppState } from '../../store/app-store.ts';
import { countFindings } from './count-findings.ts';

/*
 * What somebody hears who does not see the canvas: what was done, undone, chosen.
 */

type Heard = Pick<AppState, 'document' | 'view' | 'findings'>;

const counted = (number: number, word: string): readonly string[] =>
  number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];

/** What happened between two states of the app, in a few words; undefined for nothing worth hearing. */
export const announcementOf = (
  before: Heard,
  after: Heard,
  graph: Graph,
  /** True while a node that is chosen is read out by itself, as the current one of a list. */
  isRead: boolean,
): string | undefined => {
  const [was, is] = [before.document, after.document];
  if (!is || was?.key !== is.key) return undefined;
  if (was.past !== is.past || was.future !== is.future) {
    const [next] = is.future;
    if (is.future.length > was.future.length && next) return `Undid: ${next.label}`;
    const last = is.past.at(-1);
    if (last && was.future.length > is.future.length && was.future[0]?.label === last.label)
      return `Redid: ${last.label}`;
    if (last && is.design !== was.design) return `${last.label}${placeOf(before, after)}`;
  }
  return before.view.selection === after.view.selection
    ? undefined
    : chosenWords(after, graph, isRead);
};

/** Where the one chosen node has come to stand, when it was moved. */
const placeOf = (before: Heard, after: Heard): string => {
  const [id, ...others] = after.view.selection;
  if (id === undefined || others.length > 0) return '';
  const find = ({ document }: Heard) => document?.design.nodes.find((node) => node.id === id);
  const [from, to] = [find(before)?.position, find(after)?.position];
  const hasMoved = from && to && (from.x !== to.x || from.y !== to.y);
  return hasMoved ? `, to ${to.x}, ${to.y}` : '';
};

const chosenWords = (
  { document, view, findings }: Heard,
  graph: Graph,
  isRead: boolean,
): string | undefined => {
  const ids = [...view.selection];
  const [id] = ids;
  if (id === undefined) return 'Nothing selected';
  if (ids.length === 1) {
    const node = graph.node(id);
    if (node) return isRead ? undefined : describeNode(graph, node, countFindings(findings, id));
    const connection = graph.connection(id);
    return connection && describeConnection(graph, connection);
  }
  const nodes = document?.design.nodes.filter((node) => view.selection.has(node.id)).length ?? 0;
  return `${[...counted(nodes, 'node'), ...counted(ids.length - nodes, 'connection')].join(' and ')} selected`;
};
