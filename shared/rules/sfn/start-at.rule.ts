import { isJsonObject, type Json } from '../../lib/json.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { listOf, named } from '../text.ts';
import { machineOf, steps, workflow } from './machine.ts';

const isEmpty = (value: Json): boolean => isJsonObject(value) && Object.keys(value).length === 0;

/** Enough names to choose from. */
const firstOf = (states: ReadonlyMap<string, unknown>): string =>
  listOf(
    [...states.keys()].slice(0, 5).map((name) => `"${name}"`),
    'or',
  );

export const sfnStartAt = defineRule({
  meta: {
    id: 'sfn/start-at',
    severity: 'error',
    messages: {
      none: '{node}: {place} has no states; add one, or leave the definition empty to get one from the arrows.',
      missing:
        '{node}: {place} does not say with which state it starts; set StartAt to one of {states}.',
      unknown:
        '{node}: {place} starts at "{startAt}", which is not one of its states; choose one of {states}.',
    },
    explain:
      'A workflow is a document in the Amazon States Language, and StartAt names its first state. Each branch of a Parallel state and the processor of a Map state is a little workflow with a StartAt of its own. AWS refuses a definition whose start does not exist.',
    docs: {
      title: 'State machine structure in Amazon States Language for Step Functions workflows',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    for (const { body, owner, states, path } of machineOf(graph, node)?.scopes ?? []) {
      const place = owner ? `a part of the state "${owner.name}"` : 'the workflow';
      const data = { node: named(node), place };
      const start = body.StartAt;
      if (states.size === 0) {
        if (body.States === undefined || isEmpty(body.States))
          report({ message: 'none', property: 'definition', path, data });
      } else if (start === undefined)
        report({
          message: 'missing',
          property: 'definition',
          path: [...path, 'StartAt'],
          data: { ...data, states: firstOf(states) },
        });
      else if (typeof start === 'string' && !start.includes('${') && !states.has(start))
        report({
          message: 'unknown',
          property: 'definition',
          path: [...path, 'StartAt'],
          data: { ...data, startAt: start, states: firstOf(states) },
        });
    }
  },
  examples: {
    good: [
      {
        title: 'two states in turn',
        design: workflow(steps('A', { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } })),
      },
      { title: 'a definition from a parameter', design: workflow({ Ref: 'Definition' }) },
    ],
    bad: [
      {
        title: 'a start that is spelled wrong',
        design: workflow(steps('Ab', { A: { Type: 'Succeed' } })),
        expect: ['unknown'],
      },
      {
        title: 'no start',
        design: workflow({ States: { A: { Type: 'Succeed' } } }),
        expect: ['missing'],
      },
      {
        title: 'a branch without states',
        design: workflow(
          steps('A', {
            A: { Type: 'Parallel', End: true, Branches: [{ StartAt: 'B', States: {} }] },
          }),
        ),
        expect: ['none'],
      },
    ],
  },
});
