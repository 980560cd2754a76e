import fc from 'fast-check';
import {
  areDisjoint,
  hasWildcard,
  isCatchAll,
  patternProblems,
  wrapScalars,
} from '../../../shared/catalog/event-pattern.ts';
import { parseSchedule, shortestInterval } from '../../../shared/catalog/schedules/schedule.ts';
import { mayBeTimeZone } from '../../../shared/catalog/schedules/time-zone.ts';
import {
  exitsOf,
  hasOpenExits,
  reachableStates,
  readAsl,
  withFields,
} from '../../../shared/catalog/workflow/asl.ts';
import { checkAsl } from '../../../shared/catalog/workflow/asl-check.ts';
import { readAslText } from '../../../shared/catalog/workflow/asl-text.ts';
import { heaviestWays, loopsOf } from '../../../shared/catalog/workflow/asl-ways.ts';
import { definitionText } from '../../../shared/catalog/workflow/substitutions.ts';
import { bucketsOf, taskCallOf } from '../../../shared/catalog/workflow/task-call.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../shared/lib/json.ts';
import { anyJson, oddKeys } from '../../../shared/model/testing/arbitraries.ts';
import { asYaml, definitionsOf, tampered } from './bases.ts';
import { type FuzzTarget, fuzzTarget, hold } from './target.ts';
import { nestedText, oddTexts, rawText, smeared } from './texts.ts';

/** Aliases of aliases, which ask for more than was written. */
const aliasBomb: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 12 }), fc.boolean())
  .map(([levels, width, isMap]) => {
    const line = (level: number): string => {
      const alias = level === 0 ? '"lol"' : `*a${level - 1}`;
      const items = Array.from({ length: width }, (_, at) => (isMap ? `k${at}: ${alias}` : alias));
      return `a${level}: &a${level} ${isMap ? '{' : '['}${items.join(', ')}${isMap ? '}' : ']'}`;
    };
    return `${Array.from({ length: levels }, (_, level) => line(level)).join('\n')}\nStates: *a${levels - 1}\n`;
  });

/** Goes over a definition as the rules and the exporters do. */
const tryDefinition = (definition: Json): string => {
  const machine = readAsl(definition);
  if (typeof definition !== 'string') definitionText(definition);
  if (!machine) return 'refused';
  const problems = checkAsl(machine);
  hold(problems.length <= 200, 'it was refused with too many words');
  for (const scope of machine.scopes) {
    reachableStates(scope);
    hasOpenExits(scope);
    loopsOf(scope);
  }
  heaviestWays(machine, (_state, inside) => 1 + inside.length);
  for (const state of machine.states.slice(0, 40)) {
    exitsOf(state);
    taskCallOf(state);
    bucketsOf(state);
  }
  const [first] = machine.states;
  if (first) withFields(definition, first, { Comment: 'x' });
  return problems.length > 0 ? 'with problems' : 'read';
};

const tryText = (text: string): string => {
  const read = readAslText(text);
  const lines = read.linesOf([[], ['States'], ['States', 'x', 0]]);
  hold(lines.length === 3 && lines.every((line) => line >= 1), 'a place has no line');
  hold(read.problems.length <= 110, 'it was refused with too many words');
  return tryDefinition(text);
};

const word = fc.oneof(
  fc.constantFrom(
    ...['rate', 'cron', 'at', '(', ')', '*', '?', '/', ',', '-', '#', 'L', 'W', 'LW', '15W', 'L-3'],
    ...['MON', 'MON-FRI', 'SUN#5', 'JAN', '0', '1', '5', '59', '60', '31', '1970', '2199', '99999'],
    ...['minutes', 'minute', 'hours', 'day', 'weeks', '2026-11-20T13:00:00', '2026-02-29T25:61:61'],
    ...['rate(5 minutes)', 'cron(0 8 ? * MON-FRI *)', 'at(2026-11-20T13:00:00)', '0 8 * * 1-5'],
    ...['1/5', '0-59/7', '5,10,15', '*/0', '1-', '-1', '9'.repeat(400)],
  ),
  fc.constantFrom(...oddTexts),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const cronField = fc.oneof(
  fc.constantFrom('*', '?', '0', '1', '5', '15', '*/5', '1/3', '1-5', '1,2,3', '0-9/2', 'L', '1W'),
  fc.constantFrom(
    'MON',
    'MON-FRI',
    'SUN,SAT',
    'FRI#2',
    '6L',
    'JAN',
    'MAR-MAY',
    '2026',
    '2026-2030',
  ),
  fc.nat(70).map(String),
);
/** Cron expressions of which some are right. */
const cronText = fc
  .tuple(
    ...[fc.nat(59).map(String), fc.nat(23).map(String)].map((usual) =>
      fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: cronField }),
    ),
    ...[fc.constant('?'), fc.constant('*'), fc.constant('MON-FRI'), fc.constant('*')].map((usual) =>
      fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: cronField }),
    ),
  )
  .map((fields) => `cron(${fields.join(' ')})`);
const scheduleText = fc.oneof(
  { weight: 6, arbitrary: cronText },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.nat(100),
        fc.constantFrom('minute', 'minutes', 'hours', 'day', 'Days', 'h', 'weeks'),
      )
      .map(([amount, unit]) => `rate(${amount} ${unit})`),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom('rate', 'cron', 'at', ''), fc.array(word, { maxLength: 9 }))
      .map(([kind, words]) => `${kind}(${words.join(' ')})`),
  },
  { weight: 2, arbitrary: fc.array(word, { maxLength: 8 }).map((words) => words.join('')) },
  {
    weight: 2,
    arbitrary: smeared(
      fc.constantFrom(
        'cron(0/15 8-17 ? JAN-DEC MON#2,FRI 2026/2)',
        'rate(5 minutes)',
        'at(2026-11-20T13:00:00)',
      ),
    ),
  },
  { weight: 1, arbitrary: rawText },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(' ', '0 ', '*', ',1', '1-5/', '/', '(', 'cron('), fc.nat(20_000))
      .map(([piece, times]) => `cron(${piece.repeat(times)})`),
  },
);

const leaf = fc.oneof(
  anyJson,
  fc.constantFrom<Json>(
    { prefix: 'a' },
    { suffix: '' },
    { wildcard: '*' },
    { exists: false },
    { numeric: ['>', 1, '<=', 5] },
    { 'anything-but': { prefix: 'x' } },
    { 'anything-but': ['a', 1, null] },
    { cidr: '10.0.0.0/8' },
    { 'equals-ignore-case': 'A' },
    { Ref: 'X' },
    { prefix: { 'equals-ignore-case': 'a' } },
  ),
);
const pattern: fc.Arbitrary<JsonObject> = fc.letrec<{ pattern: JsonObject }>((tie) => ({
  pattern: fc
    .array(
      fc.tuple(
        fc.constantFrom('source', 'detail', 'detail-type', 'account', '$or', 'a.b', ...oddKeys),
        fc.oneof(
          { depthSize: 'small', maxDepth: 6 },
          fc.array(leaf, { maxLength: 4 }),
          leaf,
          tie('pattern'),
          fc.array(tie('pattern'), { maxLength: 3 }),
        ),
      ),
      { maxLength: 4 },
    )
    .map((entries) => Object.fromEntries(entries) as JsonObject),
})).pattern;
/** Patterns that stand in patterns as deep as a file may go. */
const deepPattern = fc.tuple(pattern, fc.nat(480), fc.boolean()).map(([inner, depth, isOr]) => {
  let outer = inner;
  for (let level = 0; level < depth / (isOr ? 2 : 1); level += 1)
    outer = isOr ? { $or: [outer, outer.a === undefined ? {} : outer] } : { a: outer };
  return outer;
});

/** Languages that people write into designs: workflows, schedules, event patterns. */
export const languageTargets = (root: string): readonly FuzzTarget[] => {
  const definitions = definitionsOf(root);
  const texts = definitions.map((definition) => JSON.stringify(definition));
  const yamls = definitions.slice(0, 20).map(asYaml);
  return [
    fuzzTarget({
      name: 'workflow as text',
      share: 14,
      input: fc.oneof(
        { weight: 3, arbitrary: smeared(fc.constantFrom(...texts)) },
        { weight: 4, arbitrary: smeared(fc.constantFrom(...yamls)) },
        { weight: 1, arbitrary: aliasBomb },
        { weight: 1, arbitrary: smeared(aliasBomb) },
        { weight: 1, arbitrary: nestedText },
        { weight: 1, arbitrary: rawText },
      ),
      show: (text: string) => text,
      attempt: tryText,
    }),
    fuzzTarget({
      name: 'workflow as value',
      share: 10,
      input: fc.oneof(
        { weight: 9, arbitrary: tampered(texts).map(({ file }) => file) },
        { weight: 1, arbitrary: anyJson },
      ),
      show: (definition: Json) => JSON.stringify(definition),
      attempt: tryDefinition,
    }),
    fuzzTarget({
      name: 'schedule',
      share: 10,
      input: scheduleText,
      show: (text: string) => text,
      attempt: (text) => {
        mayBeTimeZone(text);
        let word = '';
        for (const scheduler of ['rule', 'scheduler'] as const) {
          const schedule = parseSchedule(text, scheduler);
          const interval = shortestInterval(schedule);
          hold(interval === undefined || interval > 0, 'an interval is not positive');
          word = schedule.kind;
          if (schedule.kind !== 'invalid' || schedule.corrected === undefined) continue;
          const { kind } = parseSchedule(schedule.corrected, scheduler);
          hold(kind !== 'invalid', `what was probably meant is wrong: ${schedule.corrected}`);
        }
        return word;
      },
    }),
    fuzzTarget({
      name: 'event pattern',
      share: 10,
      input: fc.tuple(
        fc.oneof({ weight: 6, arbitrary: pattern }, { weight: 1, arbitrary: deepPattern }),
        pattern,
      ),
      show: (patterns: readonly [JsonObject, JsonObject]) => JSON.stringify(patterns),
      attempt: ([one, other]) => {
        const problems = patternProblems(one);
        hasWildcard(one);
        isCatchAll(one);
        hold(areDisjoint(one, other) === areDisjoint(other, one), 'who comes first matters');
        const wrapped = wrapScalars(one);
        hold(
          patternProblems(wrapped).every(({ isScalar }) => isScalar !== true),
          'a value that was put into a list is not in a list',
        );
        hold(isJsonObject(wrapped), 'a pattern became something else');
        return problems.length > 0 ? 'with problems' : 'fine';
      },
    }),
  ];
};
