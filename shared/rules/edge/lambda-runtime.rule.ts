import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const newest = 'nodejs24.x';
const fn = (runtime: string | { Ref: string }) =>
  design(node('lambda-edge', 'rewrite', { runtime }));

export const edgeLambdaRuntime = defineRule({
  meta: {
    id: 'edge/lambda-runtime',
    severity: 'error',
    messages: {
      unsupported:
        '{node}: Lambda@Edge runs only Node.js and Python, not {runtime}; change the runtime.',
    },
    explain:
      'Only the Node.js and Python runtimes are present where CloudFront runs Lambda@Edge functions, and only code in a zip file. Other languages and container images can still stand behind the distribution as its origin, in one region.',
    docs: {
      title: 'Restrictions on Lambda@Edge',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
    },
  },
  on: nodes('lambda-edge'),
  check(node, graph, report) {
    const runtime = graph.text(node, 'runtime');
    if (runtime === undefined || /^(nodejs|python)/.test(runtime)) return;
    report({
      message: 'unsupported',
      property: 'runtime',
      data: { node: named(node), runtime },
      fixes: [{ title: `Use ${newest}`, edit: setProperty(node.id, 'runtime', newest) }],
    });
  },
  examples: {
    good: [
      { title: 'Python', design: fn('python3.13') },
      { title: 'a runtime set by a parameter', design: fn({ Ref: 'Runtime' }) },
    ],
    bad: [{ title: 'Java', design: fn('java21'), expect: ['unsupported'] }],
  },
});
