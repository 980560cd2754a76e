import { exportCdk } from '../shared/exporters/cdk/cdk.ts';
import { planDesign } from '../shared/exporters/plan/plan.ts';
import { exportSam } from '../shared/exporters/sam/sam.ts';
import type { Design } from '../shared/model/design.ts';
import {
  connect,
  deleteItems,
  type Edit,
  moveNodes,
  rename,
  setProperty,
} from '../shared/model/edits/index.ts';
import { asConnectionId } from '../shared/model/ids.ts';
import { parseDesign } from '../shared/model/parse.ts';
import { serialiseDesign } from '../shared/model/serialise.ts';
import { catalogFacts } from '../shared/rules/catalog.ts';
import { rules } from '../shared/rules/index.ts';
import { createValidator } from '../shared/rules/validator.ts';
import { madeDesign } from './made-design.ts';

/*
 * How long things take, as JSON on stdout. Each figure is the median of several runs once the times are steady,
 * and `best` the fastest of them; what has a goal is listed with it at the end.
 */

const now = (): number => performance.now();

const median = (times: readonly number[]): number => percentile(times, 0.5);

const percentile = (times: readonly number[], part: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Longer than this nothing is warmed up, steady or not. */
const longestWarmUp = 15_000;

/** Runs for some milliseconds, and at least so many. */
const runsFor = (work: () => unknown, milliseconds: number, least: number): readonly number[] => {
  const times: number[] = [];
  const end = now() + milliseconds;
  while (times.length < least || (now() < end && times.length < 200)) {
    const start = now();
    work();
    times.push(now() - start);
  }
  return times;
};

/**
 * The times of the work once the compiler knows it: for about two seconds, seven runs at least. The compiler works
 * beside it, so on few cores a fixed time would be too short: rounds of a second go by until one is no longer faster
 * than the best so far by a twentieth. So the figures say how fast the work is in a window that has been open for a
 * while; the first export after a start takes longer.
 */
const timesOf = (work: () => unknown): readonly number[] => {
  const end = now() + longestWarmUp;
  let best = median(runsFor(work, 1000, 3));
  for (let calm = 0; calm < 2 && now() < end; ) {
    const next = median(runsFor(work, 1000, 3));
    calm = next < best * 0.95 ? 0 : calm + 1;
    best = Math.min(best, next);
  }
  return runsFor(work, 2000, 7);
};

const today = '2026-11-21';

/** What people do to a design, over and over, each somewhere else in it. */
const editsOf = (design: Design): readonly ((round: number) => Edit)[] => {
  const lambdas = design.nodes.filter(({ kind }) => kind === 'lambda');
  const queues = design.nodes.filter(({ kind }) => kind === 'sqs-queue');
  const tables = design.nodes.filter(({ kind }) => kind === 'dynamodb-table');
  const pick = <T>(items: readonly T[], round: number): T => {
    const item = items[(round * 7) % items.length];
    if (item === undefined) throw new Error('The design is too small.');
    return item;
  };
  const unchanged: Edit = (same) => same;
  return [
    (round) => setProperty(pick(lambdas, round).id, 'timeout', 10 + (round % 2)),
    (round) => setProperty(pick(queues, round).id, 'visibilityTimeout', 60 + (round % 2)),
    (round) => {
      const { id, position } = pick(design.nodes, round);
      return moveNodes([[id, { x: position.x + 10, y: position.y + (round % 3) }]]);
    },
    (round) => rename(pick(lambdas, round).id, `Renamed ${round}`),
    (round) => {
      const id = asConnectionId(`bench-${round}`);
      if (id === undefined) return unchanged;
      const [from, to] = [pick(lambdas, round).id, pick(tables, round + 3).id];
      return connect({ id, type: 'lambda--dynamodb-table', from, to, properties: {} });
    },
    (round) => {
      const id = asConnectionId(`bench-${round - 1}`);
      return id === undefined ? unchanged : deleteItems([id]);
    },
    (round) => setProperty(pick(tables, round).id, 'pointInTimeRecovery', round % 2 === 0),
    (round) => (before) => {
      const connection = pick(before.connections, round);
      return setProperty(connection.id, 'expectedPayloadKb', round % 50)(before);
    },
  ];
};

/** The time of one validation after each of many edits. */
const measureEdits = (start: Design): readonly number[] => {
  const validator = createValidator(rules, catalogFacts, { today });
  const edits = editsOf(start);
  let design = start;
  validator.validate(design);
  const times: number[] = [];
  for (let round = 0; round < 600; round++) {
    design = edits[round % edits.length]?.(round)(design) ?? design;
    const from = now();
    validator.validate(design);
    // The first ones teach the compiler.
    if (round >= 200) times.push(now() - from);
  }
  return times;
};

const measureDesign = (size: number) => {
  const design = madeDesign(size);
  const text = serialiseDesign(design);
  const validator = createValidator(rules, catalogFacts, { today });
  const findings = validator.validate(design);
  const edits = measureEdits(design);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const exported = exportSam(planDesign(design));
  const times = {
    parse: timesOf(() => parseDesign(text)),
    validate: timesOf(() => createValidator(rules, catalogFacts, { today }).validate(design)),
    sam: timesOf(() => exportSam(planDesign(design))),
    cdk: timesOf(() => exportCdk(planDesign(design))),
  };
  const figures = (of: (times: readonly number[]) => number) => ({
    parse: rounded(of(times.parse)),
    validate: rounded(of(times.validate)),
    sam: rounded(of(times.sam)),
    cdk: rounded(of(times.cdk)),
  });
  return {
    nodes: design.nodes.length,
    connections: design.connections.length,
    checks: validator.statistics.invocations,
    findings: findings.length,
    errors,
    exportProblems: exported.problems.length,
    milliseconds: {
      ...figures(median),
      editP50: rounded(median(edits)),
      editP95: rounded(percentile(edits, 0.95)),
    },
    /** The fastest run of each: what it takes when nothing else keeps the machine busy. */
    best: figures((some) => Math.min(...some)),
  };
};

type Measured = ReturnType<typeof measureDesign>;

/** The goals: figures at 1,000 nodes, and how 5,000 nodes compare. */
const goalsOf = (measured: readonly Measured[]) => {
  const at = (size: number) => measured.find(({ nodes }) => nodes === size)?.milliseconds;
  const [thousand, five] = [at(1000), at(5000)];
  const goal = (name: string, value: number, most: number) => ({
    name,
    value: rounded(value),
    goal: most,
    met: value <= most,
  });
  const names = ['validate', 'editP95', 'sam', 'cdk'] as const;
  const most = { validate: 50, editP95: 4, sam: 100, cdk: 100 };
  return [
    ...(thousand
      ? names.map((name) => goal(`${name} at 1,000 nodes, ms`, thousand[name], most[name]))
      : []),
    ...(thousand && five
      ? (['parse', 'validate', 'sam', 'cdk'] as const).map((name) =>
          goal(`${name} at 5,000 nodes, times that at 1,000`, five[name] / thousand[name], 6),
        )
      : []),
  ];
};

const sizes = process.argv.slice(2).map(Number);
const measured = (sizes.length > 0 ? sizes : [100, 1000, 5000]).map(measureDesign);
console.log(
  JSON.stringify(
    { node: process.version, rules: rules.length, designs: measured, goals: goalsOf(measured) },
    undefined,
    2,
  ),
);
