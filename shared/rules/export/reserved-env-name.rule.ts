import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
const reserved: ReadonlySet<string> = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
]);

const freeName = (name: string, taken: readonly string[]): string => {
  const base = `APP_${name.replace(/^(_X_AMZN_|AWS_|_|LAMBDA_)/, '')}`;
  let free = base;
  for (let count = 2; taken.includes(free); count += 1) free = `${base}_${count}`;
  return free;
};

export const exportReservedEnvName = defineRule({
  meta: {
    id: 'export/reserved-env-name',
    severity: 'error',
    messages: {
      reserved:
        '{node}: the variable {name} is reserved by Lambda; rename it, for example {suggestion}.',
    },
    explain:
      'Lambda sets these variables itself, with the region, the credentials and the names of the function. A function that brings its own is refused at deployment.',
    docs: {
      title: 'Working with Lambda environment variables',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
    },
    overlaps: ['E3663'],
  },
  on: nodes('lambda'),
  check(node, graph, report) {
    const environment = graph.object(node, 'environment') ?? {};
    const names = Object.keys(environment);
    for (const name of names) {
      if (!reserved.has(name)) continue;
      const suggestion = freeName(name, names);
      report({
        message: 'reserved',
        property: 'environment',
        data: { node: named(node), name, suggestion },
        fixes: [
          {
            title: `Rename the variable to ${suggestion}`,
            edit: setProperty(
              node.id,
              'environment',
              Object.fromEntries(
                Object.entries(environment).map(([key, value]) => [
                  key === name ? suggestion : key,
                  value,
                ]),
              ),
            ),
          },
        ],
      });
    }
  },
  examples: {
    good: [
      {
        title: 'a name of its own',
        design: design(node('lambda', 'worker', { environment: { APP_REGION: 'eu-west-1' } })),
      },
      {
        title: 'variables that nobody knows yet',
        design: design(node('lambda', 'worker', { environment: { 'Fn::FindInMap': [] } })),
      },
    ],
    bad: [
      {
        title: 'the region',
        design: design(node('lambda', 'worker', { environment: { AWS_REGION: 'eu-west-1' } })),
        expect: ['reserved'],
      },
    ],
  },
});
