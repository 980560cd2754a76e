import { type AslMachine, type AslScope, type AslState, exitsOf } from './asl.ts';

/** The states of a scope, each after all that it leads to but for those that lead back. */
const inOrderOfEnding = (scope: AslScope): readonly AslState[] => {
  const ended: AslState[] = [];
  const seen = new Set<AslState>();
  const start = scope.body.StartAt;
  const first = typeof start === 'string' ? scope.states.get(start) : undefined;
  for (const root of first ? [first, ...scope.states.values()] : scope.states.values()) {
    if (seen.has(root)) continue;
    seen.add(root);
    const open = [{ state: root, ways: nextOf(root) }];
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const next = top.ways.pop();
      if (next === undefined) {
        ended.push(top.state);
        open.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        open.push({ state: next, ways: nextOf(next) });
      }
    }
  }
  return ended;
};

const nextOf = (state: AslState): AslState[] =>
  exitsOf(state).flatMap(({ to }) => state.scope.states.get(to) ?? []);

/**
 * The largest sum over one way through each scope that takes no state twice. `ofState` says what a state adds; it
 * gets the sums of the scopes inside it.
 */
export const heaviestWays = (
  { scopes }: AslMachine,
  ofState: (state: AslState, inside: readonly number[]) => number,
): ReadonlyMap<AslScope, number> => {
  const sums = new Map<AslScope, number>();
  const inside = new Map<AslState, number[]>();
  // Inner scopes stand behind the outer ones.
  for (const scope of [...scopes].reverse()) {
    const sumFrom = new Map<AslState, number>();
    for (const state of inOrderOfEnding(scope)) {
      const next = nextOf(state).reduce(
        (most, after) => Math.max(most, sumFrom.get(after) ?? 0),
        0,
      );
      sumFrom.set(state, ofState(state, inside.get(state) ?? []) + next);
    }
    const { StartAt: start } = scope.body;
    const first = typeof start === 'string' ? scope.states.get(start) : undefined;
    const sum = (first && sumFrom.get(first)) ?? 0;
    sums.set(scope, sum);
    if (scope.owner) inside.set(scope.owner, [...(inside.get(scope.owner) ?? []), sum]);
  }
  return sums;
};

/** The loops of a scope: states each of which leads to all others of its loop. */
export const loopsOf = (scope: AslScope): readonly (readonly AslState[])[] => {
  const before = new Map<AslState, AslState[]>();
  for (const state of scope.states.values())
    for (const next of nextOf(state)) {
      const known = before.get(next);
      if (known) known.push(state);
      else before.set(next, [state]);
    }
  const loops: AslState[][] = [];
  const seen = new Set<AslState>();
  for (const root of [...inOrderOfEnding(scope)].reverse()) {
    if (seen.has(root)) continue;
    seen.add(root);
    const loop: AslState[] = [root];
    for (const state of loop)
      for (const earlier of before.get(state) ?? [])
        if (!seen.has(earlier)) {
          seen.add(earlier);
          loop.push(earlier);
        }
    if (loop.length > 1 || before.get(root)?.includes(root)) loops.push(loop);
  }
  return loops;
};
