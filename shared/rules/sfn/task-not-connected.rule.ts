import type { AslMachine, AslState } from '../../catalog/workflow/asl.ts';
import { pathOf } from '../../catalog/workflow/asl.ts';
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
import { type Connection, defineRule, type Json } from '../rule.ts';
import { named } from '../text.ts';
import { namedNodes } from './called-nodes.ts';
import { machineOf, steps } from './machine.ts';

/** A call with the drawn nodes that it names; none when it may be any. */
interface KnownCall {
  readonly state: AslState;
  readonly services: readonly string[];
  readonly does: Pick<TaskCall, 'action' | 'wait'>;
  readonly nodes: readonly Node[];
}

/** True when there are states that nobody can read here. */
const hasHiddenStates = ({ scopes }: AslMachine): boolean =>
  scopes.some(
    ({ body, states }) =>
      !isJsonObject(body.States) || Object.keys(body.States).length !== states.size,
  );

const everyService = [...new Set([...servicesOf.values()].flat())];

const callsOf = (
  graph: Graph,
  machine: AslMachine,
  connected: readonly Node[],
): readonly KnownCall[] =>
  machine.states.flatMap((state): readonly KnownCall[] => {
    const known = ({ service, names, ...does }: TaskCall): KnownCall => ({
      state,
      services: [service],
      does,
      nodes: namedNodes(graph, names, connected),
    });
    const call = taskCallOf(state);
    if (call) return call.wait === 'worker' ? [] : [known(call)];
    if (state.type === 'Map') return bucketsOf(state).map(known);
    if (state.type !== 'Task') return [];
    const placeholder = resourcePlaceholderOf(state);
    return placeholder === undefined
      ? [{ state, services: everyService, does: { action: '', wait: 'answer' }, nodes: [] }]
      : [known({ service: 'lambda', action: 'invoke', wait: 'answer', names: [placeholder] })];
  });

const isCalledBy = ({ services, nodes: called }: KnownCall, target: Node): boolean =>
  (servicesOf.get(target.kind) ?? []).some((service) => services.includes(service)) &&
  (called.length === 0 || called.some(({ id }) => id === target.id));

type Settings = Readonly<Record<string, string>>;

/** What a connection of the type has to say so that its right is that for the call. */
const settingsFor = (catalog: CatalogFacts, type: string, { does }: KnownCall): Settings => {
  const properties = catalog.properties(type) ?? {};
  const offers = (property: string, value: string): boolean =>
    Object.hasOwn(properties, property) && properties[property]?.values?.includes(value) === true;
  return {
    ...(offers('action', does.action) ? { action: does.action } : {}),
    ...(does.wait === 'job' && offers('pattern', 'sync') ? { pattern: 'sync' } : {}),
  };
};

/** False when the export gives the role other rights for the connection than the call needs. */
const allows = (graph: Graph, task: Connection, settings: Settings): boolean =>
  graph.text(task, 'permissions') !== 'generated' ||
  Object.entries(settings).every(([property, wanted]) => {
    const value = graph.text(task, property);
    return value === undefined || value === wanted || (property === 'action' && value === 'all');
  });

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
      otherRight:
        '{node}: the state "{state}" does {action} with {target}, but the connection to it stands for another call, so the workflow has no right to do it; add a connection for this call.',
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
        if (!isCalledBy(call, target) || target.id === node.id) continue;
        const way = catalog
          .between(node.kind, target.kind)
          .find(({ mechanism }) => mechanism === 'workflow-task');
        if (!way) continue;
        const settings = settingsFor(catalog, way.id, call);
        const drawn = tasks.filter(({ to, type }) => to === target.id && type === way.id);
        if (drawn.some((task) => allows(graph, task, settings))) continue;
        const problem = `${target.id} ${Object.values(settings).join(' ')}`;
        if (missing.has(problem)) continue;
        missing.add(problem);
        const data = { node: named(node), state: call.state.name, target: named(target) };
        const fixes = [
          {
            title: `Connect ${named(node)} with ${named(target)}`,
            edit: connect({ type: way.id, from: node.id, to: target.id, properties: settings }),
          },
        ];
        if (drawn.length === 0)
          report({
            message: 'notConnected',
            property: 'definition',
            path: pathOf(call.state),
            data,
            fixes,
          });
        else
          report({
            message: 'otherRight',
            property: 'definition',
            path: pathOf(call.state),
            data: { ...data, action: call.does.action + (settings.pattern ? '.sync' : '') },
            fixes,
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
        title: 'a read from a table whose connection is for writing',
        design: design(
          flow(
            steps('Read', {
              Read: {
                Type: 'Task',
                Resource: 'arn:aws:states:::dynamodb:getItem',
                Arguments: { TableName: '${OrdersName}', Key: {} },
                End: true,
              },
            }),
          ),
          node('dynamodb-table', 'orders'),
          connection('state-machine--dynamodb-table', 'flow', 'orders', { action: 'putItem' }),
        ),
        expect: ['otherRight'],
      },
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
