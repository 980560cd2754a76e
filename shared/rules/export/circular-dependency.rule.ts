import { connection, design, node } from '../examples.ts';
import { design as wholeDesign } from '../on.ts';
import { defineRule } from '../rule.ts';

export const exportCircularDependency = defineRule({
  meta: {
    id: 'export/circular-dependency',
    severity: 'error',
    messages: {
      circle:
        'The template would refer to itself in a circle, which CloudFormation cannot create: {path}. Give one of them a fixed name, or take out the connection by which it knows the other.',
    },
    explain:
      'CloudFormation creates resources one after the other, each after those it refers to. When an API needs the function that it calls, and the function has the address of the API in its environment, neither can be first. Ways out are a name that is known in advance, or a value that the code looks up at run time.',
    docs: {
      title: 'Circular dependency errors',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    overlaps: ['E3004'],
  },
  on: wholeDesign(),
  check(_subject, graph, report, context) {
    // Everything may take part in a circle: the answer depends on all nodes and connections.
    graph.nodes();
    graph.connections();
    for (const circle of context.predicted().circles)
      report({ message: 'circle', data: { path: circle.join(' → ') } });
  },
  examples: {
    good: [
      {
        title: 'a function that knows its table, in a table that knows nobody',
        design: design(
          node('lambda', 'worker', { environment: { OTHER: { Ref: 'Stage' } } }),
          node('dynamodb-table', 'orders'),
          connection('lambda--dynamodb-table', 'worker', 'orders'),
        ),
      },
    ],
    bad: [
      {
        title: 'two functions that know each other',
        design: design(
          node('lambda', 'ping'),
          node('lambda', 'pong'),
          connection('lambda--lambda--invoke', 'ping', 'pong', { invocationType: 'Event' }),
          connection('lambda--lambda--invoke', 'pong', 'ping', {
            invocationType: 'Event',
            loopBreaker: true,
          }),
        ),
        expect: ['circle'],
      },
    ],
  },
});
