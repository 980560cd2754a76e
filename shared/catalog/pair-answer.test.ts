import { describe, expect, test } from 'vitest';
import { connections, connectionsBetween, services } from './catalog.ts';
import type { ConnectionDefinition, OnPath } from './connection.ts';
import { carriesFlow, onPath, rankBetween } from './flow.ts';
import { answerFor, insteadOf, type PairAnswer } from './pair-answer.ts';
import { pathFinder, shortestPath } from './paths.ts';
import { refusals } from './refusals/index.ts';

const kinds = services.map(({ kind }) => kind);
const pairs = kinds.flatMap((from) => kinds.map((to) => [from, to] as const));
const answers = pairs.map(([from, to]) => answerFor(from, to));
const categoryOf = new Map<string, string>(services.map(({ kind, category }) => [kind, category]));
const isActor = (kind: string): boolean => categoryOf.get(kind) === 'actor';
const wordsOf = ({ from, to }: PairAnswer): string => `${from} to ${to}`;

describe('every pair of kinds', () => {
  test('is allowed exactly where the tables have a connection', () => {
    for (const answer of answers) {
      const { from, to, verdict, rows } = answer;
      expect(rows, wordsOf(answer)).toEqual(connectionsBetween(from, to));
      expect(verdict === 'allowed', wordsOf(answer)).toBe(rows.length > 0);
    }
  });

  test('is forbidden with a reason, and every refusal is in an answer', () => {
    const told = new Set(answers.flatMap((it) => [...it.refusals, ...it.conditional]));
    expect(refusals.filter((refusal) => !told.has(refusal))).toEqual([]);
    for (const answer of answers) {
      if (answer.verdict !== 'forbidden') continue;
      const why = [...answer.refusals, ...answer.conditional].map((refusal) => refusal.why);
      expect(why.join(' '), wordsOf(answer)).toMatch(/\S.*[.!?)]$/s);
    }
  });

  test('that is not allowed has a way that works, a place in the other, or a reason for neither', () => {
    for (const answer of answers) {
      if (answer.verdict === 'allowed') continue;
      const said = [answer.instead(), answer.nesting, answer.deadEnd()];
      expect(
        said.some((it) => it !== undefined),
        wordsOf(answer),
      ).toBe(true);
      expect(answer.deadEnd() !== undefined && answer.instead() !== undefined).toBe(false);
    }
  });

  test('has only allowed hops in the way that works', () => {
    for (const answer of answers) {
      const instead = answer.instead();
      if (!instead) continue;
      const { kinds: way, hops, shape } = instead;
      expect(hops.length, wordsOf(answer)).toBe(way.length - 1);
      for (const [at, hop] of hops.entries()) {
        expect([hop.from, hop.to], wordsOf(answer)).toEqual([way[at], way[at + 1]]);
        expect(connectionsBetween(hop.from, hop.to)).toContain(hop);
      }
      if (shape !== 'apart') expect(way[0], wordsOf(answer)).toBe(answer.from);
      if (shape === 'between') expect(way.at(-1), wordsOf(answer)).toBe(answer.to);
    }
  });

  test('is answered once, and fast enough to ask while a line is drawn', () => {
    const before = performance.now();
    for (const [from, to] of pairs) answerFor(from, to).instead();
    expect(performance.now() - before).toBeLessThan(100);
    expect(answerFor('lambda', 'sqs-queue')).toBe(answerFor('lambda', 'sqs-queue'));
  });
});

/** How many hops the shortest walk has: all walks are tried, one hop longer at a time. */
const hopsByTrying = (from: string): ReadonlyMap<string, number> => {
  const rows = connections.filter((row) => carriesFlow(row) && row.preview !== true);
  const reached = new Map<string, number>();
  let standing = new Set([from]);
  for (let hops = 1; hops <= kinds.length; hops += 1) {
    const next = new Set<string>();
    for (const row of rows) {
      if (!standing.has(row.from)) continue;
      const place = onPath(row);
      if (place === 'first' && hops > 1) continue;
      if (!reached.has(row.to)) reached.set(row.to, hops);
      if (place !== 'last' && !(isActor(row.to) && !isActor(row.from))) next.add(row.to);
    }
    standing = next;
  }
  return reached;
};

test('no path is longer than it must be, and none is missing', () => {
  for (const from of kinds) {
    const shortest = hopsByTrying(from);
    for (const to of kinds) {
      const path = shortestPath(from, to);
      expect(path?.length, `${from} to ${to}`).toBe(shortest.get(to));
    }
  }
});

test('a path goes through nothing that is on the side', () => {
  for (const [from, to] of pairs) {
    const path = shortestPath(from, to) ?? [];
    for (const [at, hop] of path.entries()) {
      const place = onPath(hop);
      expect(place, hop.id).not.toBe('never');
      if (place === 'first') expect(at, hop.id).toBe(0);
      if (place === 'last') expect(at, hop.id).toBe(path.length - 1);
    }
  }
});

describe('of several ways', () => {
  type Small = Pick<ConnectionDefinition, 'from' | 'to'> & { readonly place?: OnPath };
  const pathIn = (rows: readonly Small[], from: string, to: string) => {
    const path = pathFinder({
      rows,
      onPath: ({ place }) => place ?? 'anywhere',
      rank: rankBetween,
      isActor: (kind) => kind === 'client' || kind === 'user',
    })(from, to);
    return path && [from, ...path.map((row) => row.to)];
  };
  const hop = (from: string, to: string, place?: OnPath): Small => ({
    from,
    to,
    ...(place && { place }),
  });

  test('the one over the more usual kinds is taken', () => {
    const rows = [
      hop('a', 'odd'),
      hop('odd', 'b'),
      hop('a', 'sqs-queue'),
      hop('sqs-queue', 'b'),
      hop('a', 'lambda'),
      hop('lambda', 'b'),
    ];
    expect(pathIn(rows, 'a', 'b')).toEqual(['a', 'lambda', 'b']);
    expect(pathIn(rows.slice(0, 4), 'a', 'b')).toEqual(['a', 'sqs-queue', 'b']);
    expect(pathIn(rows, 'b', 'a')).toBeUndefined();
  });

  test.each([
    ['never', 'never', undefined],
    ['last', undefined, undefined],
    ['first', undefined, ['a', 'm', 'b']],
    [undefined, 'last', ['a', 'm', 'b']],
    [undefined, 'first', undefined],
  ] as const)('%s and then %s gives %j', (one, two, expected) => {
    expect(pathIn([hop('a', 'm', one), hop('m', 'b', two)], 'a', 'b')).toEqual(expected);
  });

  test('a shorter way that ends does not hide one that goes on', () => {
    const rows = [hop('a', 'm', 'last'), hop('a', 'x'), hop('x', 'm'), hop('m', 'b')];
    expect(pathIn(rows, 'a', 'm')).toEqual(['a', 'm']);
    expect(pathIn(rows, 'a', 'b')).toEqual(['a', 'x', 'm', 'b']);
  });

  test('an actor is an end, unless another actor uses it', () => {
    const rows = [hop('user', 'client'), hop('client', 'api'), hop('topic', 'client')];
    expect(pathIn(rows, 'user', 'api')).toEqual(['user', 'client', 'api']);
    expect(pathIn(rows, 'topic', 'api')).toBeUndefined();
  });

  test('a kind reaches itself', () => {
    expect(pathIn([hop('a', 'lambda'), hop('lambda', 'a')], 'a', 'a')).toEqual([
      'a',
      'lambda',
      'a',
    ]);
  });
});

test('what a refusal names can be walked, as far as its kinds are there', () => {
  const known = new Set<string>(kinds);
  const broken = refusals.filter(
    (refusal) =>
      refusal.instead.length > 0 &&
      refusal.instead.every((kind) => known.has(kind)) &&
      known.has(refusal.to) &&
      !insteadOf(refusal),
  );
  expect(broken.map(({ from, to, instead }) => `${from} to ${to}: ${instead.join(', ')}`)).toEqual(
    [],
  );
});
