import type { AslMachine, AslState } from '../../catalog/workflow/asl.ts';
import {
  bucketsOf,
  resourcePlaceholderOf,
  servicesOf,
  type TaskCall,
  taskCallOf,
} from '../../catalog/workflow/task-call.ts';
import type { Graph, Node } from '../../graph/graph.ts';
import { isJsonObject } from '../../lib/json.ts';
import { connect } from '../../model/edits/index.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Json } from '../rule.ts';
import { named } from '../text.ts';
import { namedNodes } from './called-nodes.ts';
import { machineOf, steps } from './machine.ts';

/** A call with the drawn nodes that it names; none when it may be any. */
interface KnownCall {
  readonly state: AslState;
  readonly services: readonly string[];
  readonly nodes: readonly Node[];
}

/** True when there are states that nobody can read here. */
const hasHiddenStates = ({ scopes }: AslMachine): boolean =>
  scopes.some(
    ({ body, states }) =>
      !isJsonObject(body.States) || Object.keys(body.States).length !== states.size,
  );

const everyService = [...new Set(Object.values(servicesOf).flat())];

const callsOf = (
  graph: Graph,
  machine: AslMachine,
  connected: readonly Node[],
): readonly KnownCall[] =>
  machine.states.flatMap((state): readonly KnownCall[] => {
    const known = ({ service, names }: TaskCall): KnownCall => ({
      state,
      services: [service],
      nodes: namedNodes(graph, names, connected),
    });
    const call = taskCallOf(state);
    if (call) return call.wait === 'worker' ? [] : [known(call)];
    if (state.type === 'Map') return bucketsOf(state).map(known);
    if (state.type !== 'Task') return [];
    const placeholder = resourcePlaceholderOf(state);
    return placeholder === undefined
      ? [{ state, services: everyService, nodes: [] }]
      : [known({ service: 'lambda', wait: 'answer', names: [placeholder] })];
  });

const isCalledBy = ({ services, nodes: called }: KnownCall, target: Node): boolean =>
  (servicesOf[target.kind] ?? []).some((service) => services.includes(service)) &&
  (called.length === 0 || called.some(({ id }) => id === target.id));

const connectFix = (catalog: CatalogFacts, flow: Node, target: Node): readonly Fix[] => {
  const way = catalog
    .between(flow.kind, target.kind)
    .find(({ mechanism }) => mechanism === 'workflow-task');
  return way
    ? [
        {
          title: `Connect ${named(flow)} with ${named(target)}`,
          edit: connect({ type: way.id, from: flow.id, to: target.id, properties: {} }),
        },
      ]
    : [];
};

const flow = (definition: Json) => node('state-machine', 'flow', { definition });
const charge = (FunctionName: Json) =>
  steps('Charge', {
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName, Payload: '{% $states.input %}' },
      End: true,
    },
  });

export const sfnTaskNotConnected = defineRule({
  meta: {
    id: 'sfn/task-not-connected',
    severity: 'error',
    messages: {
      notConnected:
        '{node}: the state "{state}" calls {target}, but no connection is drawn, so the workflow has no right to do it; connect them.',
      unused: {
        text: '{node}: no state of the definition calls {target}, so the connection gives a right that nobody needs; add a state that does, or delete the connection.',
        severity: 'warning',
      },
    },
    explain:
      'A workflow does its work under a role of its own, and that role may do what the drawn connections stand for, nothing else. A call without a connection is denied when the execution reaches it. A connection that no state uses is a right that an attacker could use.',
    docs: {
      title: 'How Step Functions generates IAM policies for integrated services',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report, { catalog }) {
    const machine = machineOf(graph, node);
    if (!machine) return;
    const tasks = graph.outgoing(node, { mechanism: 'workflow-task' });
    const connected = graph.targets(node, { mechanism: 'workflow-task' });
    const calls = callsOf(graph, machine, connected);
    const missing = new Set<string>();
    for (const call of calls) {
      // What a Map state reads and writes has a rule of its own.
      if (call.state.type !== 'Task') continue;
      for (const target of call.nodes) {
        if (!isCalledBy(call, target) || connected.some(({ id }) => id === target.id)) continue;
        if (missing.has(target.id)) continue;
        missing.add(target.id);
        report({
          message: 'notConnected',
          property: 'definition',
          data: { node: named(node), state: call.state.name, target: named(target) },
          fixes: connectFix(catalog, node, target),
        });
      }
    }
    if (hasHiddenStates(machine)) return;
    for (const task of tasks) {
      const target = graph.target(task);
      if (!target || calls.some((call) => isCalledBy(call, target))) continue;
      report({
        message: 'unused',
        at: task,
        data: { node: named(node), target: named(target) },
      });
    }
  },
  examples: {
    good: [
      {
        title: 'a task whose function is connected',
        design: design(
          flow(charge('${ChargeArn}')),
          node('lambda', 'charge'),
          connection('state-machine--lambda', 'flow', 'charge'),
        ),
      },
      {
        title: 'a task whose function is named by an intrinsic',
        design: design(
          flow(charge({ 'Fn::GetAtt': ['Charge', 'Arn'] })),
          node('lambda', 'charge'),
          connection('state-machine--lambda', 'flow', 'charge'),
        ),
      },
      {
        title: 'a function that only the execution knows',
        design: design(
          flow(charge('{% $states.input.function %}')),
          node('lambda', 'charge'),
          connection('state-machine--lambda', 'flow', 'charge'),
        ),
      },
      {
        title: 'a definition that the export makes',
        design: design(
          node('state-machine', 'flow'),
          node('lambda', 'charge'),
          connection('state-machine--lambda', 'flow', 'charge'),
        ),
      },
    ],
    bad: [
      {
        title: 'a call of a function without a connection',
        design: design(flow(charge('${ChargeArn}')), node('lambda', 'charge')),
        expect: ['notConnected'],
      },
      {
        title: 'a function as the resource of a task, without a connection',
        design: design(
          flow(steps('Charge', { Charge: { Type: 'Task', Resource: '${ChargeArn}', End: true } })),
          node('lambda', 'charge'),
        ),
        expect: ['notConnected'],
      },
      {
        title: 'a connection that no state uses',
        design: design(
          flow(charge('${ChargeArn}')),
          node('lambda', 'charge'),
          node('sqs-queue', 'letters'),
          connection('state-machine--lambda', 'flow', 'charge'),
          connection('state-machine--sqs-queue', 'flow', 'letters'),
        ),
        expect: ['unused'],
      },
    ],
  },
});
