import { reconnect } from '../../../shared/connecting/edits.ts';
import { type Meaning, meaningOf, takerTest } from '../../../shared/connecting/meaning.ts';
import { quoted } from '../../../shared/connecting/words.ts';
import type { Node } from '../../../shared/model/design.ts';
import { findNode } from '../../../shared/model/tree.ts';
import { listOf } from '../../../shared/rules/text.ts';
import { drawWay, hangOn } from '../../commands/connect.ts';
import type { App } from '../../store/app-store.ts';
import type { LinePhase, Phase } from './phase.ts';

/*
 * What the line that is being drawn would do at a node, and what happens when it is let go there.
 */

/** The nodes that can take the line: worked out once, when it starts. */
export const takersOf = (app: App, { from, isIncoming, moved }: LinePhase): ReadonlySet<string> => {
  const design = app.state.document?.design;
  const node = design && findNode(design, from);
  if (!design || !node) return new Set();
  const takes = moved
    ? (other: Node) => reconnect(design, moved.connection, moved.end, other)?.kind === 'possible'
    : takerTest(app.graph, design, node, isIncoming);
  return new Set(design.nodes.filter(takes).map(({ id }) => id));
};

/** The two ends of the line in the direction in which it leads. */
const endsAt = (app: App, phase: LinePhase, id: string): readonly [Node, Node] | undefined => {
  const design = app.state.document?.design;
  const [start, end] = design ? [findNode(design, phase.from), findNode(design, id)] : [];
  if (!start || !end || start.id === end.id) return undefined;
  return phase.isIncoming ? [end, start] : [start, end];
};

/** What the note at the pointer says over a node. */
export interface Verdict {
  readonly isTaker: boolean;
  readonly text: string;
}

const newWays = ({ ways }: Meaning) => ways.filter(({ existing }) => existing === undefined);

/** What letting go over a node would do; undefined over the node where the line hangs. */
export const verdictAt = (app: App, phase: LinePhase, id: string): Verdict | undefined => {
  const design = app.state.document?.design;
  const ends = endsAt(app, phase, id);
  if (!design || !ends) return undefined;
  const [source, target] = ends;
  const { moved } = phase;
  if (moved) {
    const node = moved.end === 'from' ? source : target;
    const move = reconnect(design, moved.connection, moved.end, node);
    if (!move) return undefined;
    if (move.kind === 'possible')
      return { isTaker: true, text: `${quoted(source.name)} to ${quoted(target.name)}` };
  }
  const meaning = meaningOf(app.graph, design, source, target);
  if (moved || meaning.kind !== 'allowed') return { isTaker: false, text: meaning.why };
  const ways = newWays(meaning);
  const [way] = ways;
  if (meaning.why !== '') return { isTaker: true, text: meaning.why };
  if (ways.length > 1 || !way) {
    const labels = ways.map(({ definition }) => definition.label);
    return { isTaker: true, text: `${quoted(source.name)} ${listOf(labels, 'or')} …` };
  }
  const [from, to] = way.isReversed ? [target, source] : [source, target];
  return { isTaker: true, text: `${quoted(from.name)} ${way.definition.label} ${quoted(to.name)}` };
};

/**
 * Ends the line at a node. What can only mean one thing is done at once; else gives what to show. `at` is a point of
 * the window.
 */
export const endAt = (
  app: App,
  phase: LinePhase,
  id: string,
  at: { readonly x: number; readonly y: number },
  isByKeys = false,
): Phase | undefined => {
  const design = app.state.document?.design;
  const ends = endsAt(app, phase, id);
  if (!design || !ends) return undefined;
  const [source, target] = ends;
  const { moved } = phase;
  if (moved) {
    const node = moved.end === 'from' ? source : target;
    const move = reconnect(design, moved.connection, moved.end, node);
    if (move?.kind === 'possible') hangOn(app, moved.connection, moved.end, node, move);
    if (move?.kind !== 'refused') return undefined;
  }
  const meaning = meaningOf(app.graph, design, source, target);
  const ways = newWays(meaning);
  const [way] = ways;
  if (
    !moved &&
    way &&
    ways.length === 1 &&
    meaning.kind === 'allowed' &&
    meaning.detour === undefined &&
    meaning.why === ''
  ) {
    drawWay(app, way, source, target, { isChosen: !isByKeys });
    return undefined;
  }
  return { kind: 'answer', source: source.id, target: target.id, meaning, at, moved, isByKeys };
};
