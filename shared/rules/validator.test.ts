import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { type Edit, moveNodes, rename, setProperty } from '../model/edits/index.ts';
import { asNodeId } from '../model/ids.ts';
import { catalogFacts } from './catalog.ts';
import { connection, design, node, settings, suppress } from './examples.ts';
import { rules } from './index.ts';
import { connections, everyConnection, nodes, design as wholeDesign } from './on.ts';
import { defineRule, type Finding, type Rule, type RuleContext } from './rule.ts';
import { createValidator, validateOnce } from './validator.ts';

const options = { today: '2026-11-21' };
const id = (text: string) => asNodeId(text)!;
const about = {
  explain: 'Only for this test.',
  docs: { title: 'Rules', url: 'docs/rules.md' },
} as const;
const examples = { good: [], bad: [] };

/** Reports every subject of a kind; counts its calls. */
const always = (
  ruleId: string,
  severity: 'error' | 'warning' | 'info',
  yieldsTo: readonly string[] = [],
) => {
  const calls: string[] = [];
  const rule = defineRule({
    meta: { ...about, id: ruleId, severity, messages: { found: '{name}' }, yieldsTo },
    on: nodes('lambda', 'sqs-queue'),
    check(subject, graph, report) {
      calls.push(subject.id);
      if (graph.boolean(subject, 'fifoQueue') !== true)
        report({ message: 'found', data: { name: subject.name } });
    },
    examples,
  });
  return { rule, calls };
};
const show = ({ rule, severity, at, suppressed }: Finding) =>
  `${severity} ${at.kind === 'design' ? 'design' : at.id} ${rule}${suppressed ? ` (${suppressed.reason})` : ''}`;
const run = (what: Design, ...list: readonly Rule[]) =>
  validateOnce(what, list, catalogFacts, options).map(show);

describe('findings', () => {
  const two = design(
    node('sqs-queue', 'b', { fifoQueue: false }),
    node('sqs-queue', 'a', { fifoQueue: false }),
  );

  test('come by severity, then subject, then rule', () => {
    const list = [
      always('x/two', 'warning'),
      always('x/one', 'warning'),
      always('x/info', 'info'),
      always('x/bad', 'error'),
    ];
    expect(run(two, ...list.map(({ rule }) => rule))).toEqual([
      'error a x/bad',
      'error b x/bad',
      'warning a x/one',
      'warning a x/two',
      'warning b x/one',
      'warning b x/two',
      'info a x/info',
      'info b x/info',
    ]);
  });

  test('of model errors hide the others on their subject', () => {
    const hiding = defineRule({
      meta: { ...about, id: 'model/broken', severity: 'error', messages: { broken: 'broken' } },
      on: nodes(),
      check(subject, _graph, report) {
        if (subject.id === 'a') report({ message: 'broken' });
      },
      examples,
    });
    const hint = always('model/hint', 'info').rule;
    expect(run(two, hiding, always('x/one', 'warning').rule, hint)).toEqual([
      'error a model/broken',
      'warning b x/one',
      'info b model/hint',
    ]);
  });

  test('yield to more exact ones on the same subject, even when they would hide them', () => {
    const general = always('model/general', 'error', ['y/exact', 'z/*']).rule;
    const exact = always('y/exact', 'warning').rule;
    expect(run(two, general, exact)).toEqual(['warning a y/exact', 'warning b y/exact']);
    expect(run(two, general, always('z/any', 'info').rule)).toEqual([
      'info a z/any',
      'info b z/any',
    ]);
    expect(run(two, general)).toEqual(['error a model/general', 'error b model/general']);
  });

  test('yield to errors only where the rule says so', () => {
    const general = always('x/general', 'error', ['y/*']).rule;
    const strict = { ...general, meta: { ...general.meta, yieldsToErrors: true as const } };
    const hint = always('y/hint', 'warning').rule;
    expect(run(two, strict, hint)).toEqual([
      'error a x/general',
      'error b x/general',
      'warning a y/hint',
      'warning b y/hint',
    ]);
    expect(run(two, strict, always('y/exact', 'error').rule)).toEqual([
      'error a y/exact',
      'error b y/exact',
    ]);
  });

  test('that are set aside stay, with their reason', () => {
    const rule = always('x/one', 'warning').rule;
    const at = { ...two, suppressions: [suppress('x/one', 'known', 'b')] };
    expect(run(at, rule)).toEqual(['warning a x/one', 'warning b x/one (known)']);
    const everywhere = {
      ...two,
      suppressions: [suppress('x/one', 'all'), suppress('x/one', 'known', 'b')],
    };
    expect(run(everywhere, rule)).toEqual(['warning a x/one (all)', 'warning b x/one (known)']);
    const validator = createValidator([rule], catalogFacts, options);
    validator.validate(two);
    expect(validator.validate(at).map(show)).toEqual([
      'warning a x/one',
      'warning b x/one (known)',
    ]);
    expect(validator.statistics.ran).toBe(0);
    expect(validator.validate(two)[1]?.suppressed).toBeUndefined();
  });

  test('of a rule that throws name it, and the others still run', () => {
    const broken = defineRule({
      meta: { ...about, id: 'x/broken', severity: 'error', messages: { found: 'found' } },
      on: nodes(),
      check(subject, graph, report) {
        report({ message: 'found' });
        graph.number(subject, 'visibilityTimeoutt');
      },
      examples,
    });
    const found = validateOnce(
      two,
      [broken, always('x/one', 'warning').rule],
      catalogFacts,
      options,
    );
    expect(found.map(show)).toEqual([
      'warning a rule-failed',
      'warning a x/one',
      'warning b rule-failed',
      'warning b x/one',
    ]);
    expect(found[0]?.message).toContain('x/broken');
    expect(found[0]?.message).toContain('sqs-queue has no property visibilityTimeoutt');
    const nonsense = defineRule({
      meta: { ...about, id: 'x/nonsense', severity: 'error', messages: { found: 'found' } },
      on: wholeDesign(),
      check() {
        const thrown: unknown = 'a text';
        throw thrown;
      },
      examples,
    });
    expect(run(two, nonsense)).toEqual(['warning design rule-failed']);
  });
});

describe('a check', () => {
  test('is called for what its rule asks for', () => {
    const seen: string[] = [];
    const base = { ...about, severity: 'info', messages: {} } as const;
    const list = [
      defineRule({
        meta: { ...base, id: 'x/link' },
        on: connections({
          from: 'sqs-queue',
          to: ['lambda', 'pipe'],
          mechanism: 'event-source-mapping',
        }),
        check: ({ source, target }) => void seen.push(`link ${source.id} ${target.id}`),
        examples,
      }),
      defineRule({
        meta: { ...base, id: 'x/type' },
        on: connections({ type: 'sqs-queue--sqs-queue' }),
        check: ({ connection: { from, to } }) => void seen.push(`type ${from} ${to}`),
        examples,
      }),
      defineRule({
        meta: { ...base, id: 'x/every' },
        on: everyConnection(),
        check: ({ from, to }) => void seen.push(`every ${from} ${to}`),
        examples,
      }),
      defineRule({
        meta: { ...base, id: 'x/node' },
        on: nodes(),
        check: ({ id: one }) => void seen.push(`node ${one}`),
        examples,
      }),
      defineRule({
        meta: { ...base, id: 'x/design' },
        on: wholeDesign(),
        check: () => void seen.push('design'),
        examples,
      }),
    ];
    const drawn = design(
      node('sqs-queue', 'q'),
      node('sqs-queue', 'd'),
      node('lambda', 'f'),
      connection('sqs-queue--lambda', 'q', 'f'),
      connection('sqs-queue--sqs-queue', 'q', 'd'),
      connection('sqs-queue--lambda', 'q', 'gone'),
    );
    run(drawn, ...list);
    expect(seen.sort()).toEqual([
      'design',
      'every q d',
      'every q f',
      'every q gone',
      'link q f',
      'node d',
      'node f',
      'node q',
      'type q d',
    ]);
  });

  test('runs again only when something it read has changed', () => {
    const { rule, calls } = always('x/one', 'warning');
    const validator = createValidator([rule], catalogFacts, options);
    const first = design(node('sqs-queue', 'a'), node('sqs-queue', 'b'));
    const edited = (edit: Edit, before: Design) => {
      calls.length = 0;
      const next = edit(before);
      const found = validator.validate(next);
      expect(found).toEqual(
        validateOnce(next, [always('x/one', 'warning').rule], catalogFacts, options),
      );
      return next;
    };
    validator.validate(first);
    const second = edited(setProperty(id('a'), 'fifoQueue', true), first);
    expect(calls).toEqual(['a']);
    const third = edited(moveNodes([[id('b'), { x: 9, y: 9 }]]), second);
    expect(calls).toEqual([]);
    const fourth = edited(rename(id('b'), 'Other'), third);
    expect(calls).toEqual(['b']);
    const found = validator.validate(fourth);
    expect(validator.validate(fourth)).toBe(found);
  });

  test('knows the day, the export and the quotas', () => {
    const seen: unknown[] = [];
    const rule = defineRule({
      meta: { ...about, id: 'x/context', severity: 'info', messages: {} },
      on: wholeDesign(),
      check: (_, _graph, _report, context: RuleContext) =>
        void seen.push([
          context.today,
          context.exportTarget,
          context.limit('accountConcurrency'),
          context.isEntered('accountConcurrency'),
        ]),
      examples,
    });
    const validator = createValidator([rule], catalogFacts, {
      today: '2027-01-01',
      exportTarget: 'sam',
    });
    validator.validate(design());
    validator.validate(design(settings({ limits: { accountConcurrency: 5000 } })));
    validator.validate(design(settings({ limits: { constructor: 1 } })));
    expect(seen).toEqual([
      ['2027-01-01', 'sam', 1000, false],
      ['2027-01-01', 'sam', 5000, true],
      ['2027-01-01', 'sam', 1000, false],
    ]);
  });
});

describe('all rules', () => {
  const kinds = [
    'lambda',
    'sqs-queue',
    'vpc',
    'subnet',
    'region',
    'event-bus',
    'event-rule',
    'dynamodb-table',
    'nowhere',
    'toString',
  ];
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const value = fc.oneof(
    fc.constantFrom(
      undefined,
      null,
      '',
      0,
      -1,
      1.5,
      100_000,
      true,
      'text',
      { Ref: 'Some' },
      { 'Fn::Sub': 'x' },
    ),
    fc.array(fc.oneof(fc.string(), fc.constant(null), fc.constant({ Ref: 'B' })), { maxLength: 8 }),
    fc.dictionary(fc.constantFrom('source', '__proto__', 'a'), fc.jsonValue({ maxDepth: 2 })),
  );
  const property = fc.constantFrom(
    ...new Set([
      ...kinds.flatMap((kind) => Object.keys(catalogFacts.properties(kind) ?? {})),
      'maxReceiveCount',
      'batchSize',
      'loopBreaker',
      'access',
      'constructor',
    ]),
  );
  const properties = fc
    .array(fc.tuple(property, value), { maxLength: 4 })
    .map(
      (entries) =>
        Object.fromEntries(
          entries.filter(([, it]) => it !== undefined),
        ) as Design['nodes'][number]['properties'],
    );
  const aNode = fc
    .record({
      kind: fc.constantFrom(...kinds),
      id: fc.constantFrom(...names),
      properties,
      parent: fc.option(fc.constantFrom(...names)),
    })
    .map(({ kind, id: name, properties: values, parent }) => {
      const made = design(node(kind, name, values)).nodes[0]!;
      return parent === null ? made : { ...made, parent: id(parent) };
    });
  const type = fc.constantFrom(
    ...kinds.flatMap((from) =>
      kinds.flatMap((to) => catalogFacts.between(from, to).map((row) => row.id)),
    ),
    'x',
    'constructor',
  );
  const aConnection = fc
    .record({
      type,
      from: fc.constantFrom(...names),
      to: fc.constantFrom(...names),
      properties,
      id: fc.constantFrom('r', 's', 't', 'u'),
    })
    .map(
      ({ type: of, from, to, properties: values, id: name }) =>
        design(connection(of, from, to, values, name)).connections[0]!,
    );
  const designs = fc
    .record({
      nodes: fc.array(aNode, { maxLength: 7 }),
      connections: fc.array(aConnection, { maxLength: 7 }),
    })
    .map((parts): Design => ({ ...design(), ...parts }));
  /** The next design keeps some items and takes others from another: like any edits, at once. */
  const mixed = (one: Design, other: Design, keep: number): Design => ({
    ...one,
    nodes: [...one.nodes.slice(0, keep), ...other.nodes.slice(keep)],
    connections: [...one.connections.slice(0, keep + 1), ...other.connections.slice(keep)],
  });

  test('bear anything, and say the same step by step as at once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(designs, fc.nat(6)), { minLength: 1, maxLength: 6 }),
        (steps) => {
          const validator = createValidator(rules, catalogFacts, options);
          let current = design();
          for (const [other, keep] of steps) {
            current = mixed(current, other, keep);
            const found = validator.validate(current);
            expect(
              found.filter(({ rule }) => rule === 'rule-failed').map(({ message }) => message),
            ).toEqual([]);
            const plain = (list: readonly Finding[]) =>
              list.map(({ fixes, ...rest }) => ({
                ...rest,
                fixes: fixes.map(({ title }) => title),
              }));
            expect(plain(found)).toEqual(
              plain(validateOnce(current, rules, catalogFacts, options)),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('offer fixes that bear anything too', () => {
    fc.assert(
      fc.property(designs, designs, (one, other) => {
        for (const { fixes } of validateOnce(one, rules, catalogFacts, options))
          for (const { edit } of fixes) {
            edit(one);
            edit(other);
          }
      }),
      { numRuns: 200 },
    );
  });
});
