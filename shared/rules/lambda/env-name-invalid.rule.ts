import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Json } from '../rule.ts';
import { listOf, named } from '../text.ts';

const legal = /^[A-Za-z][A-Za-z0-9_]+$/;

/** Set by Lambda itself. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
const reserved = new Set([
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
]);

const legalName = (name: string): string => {
  const plain = name.replace(/[^A-Za-z0-9_]/g, '_');
  const started = /^[A-Za-z]/.test(plain) ? plain : `E_${plain}`;
  return started.length < 2 ? `${started}_` : started;
};

/** The variables with legal names; one that another has already gets a number. */
const withLegalNames = (environment: Readonly<Record<string, Json>>): Record<string, Json> => {
  const renamed: Record<string, Json> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (legal.test(name)) {
      renamed[name] = value;
      continue;
    }
    const wanted = legalName(name);
    let free = wanted;
    for (let at = 2; Object.hasOwn(environment, free) || Object.hasOwn(renamed, free); at++)
      free = `${wanted}_${at}`;
    renamed[free] = value;
  }
  return renamed;
};

export const lambdaEnvNameInvalid = defineRule({
  meta: {
    id: 'lambda/env-name-invalid',
    severity: 'error',
    messages: {
      illegal:
        '{node}: environment variables cannot be named {names}; use letters, digits and _, at least two, and start with a letter.',
      reserved: '{node}: Lambda itself sets {names}; choose other names for your variables.',
    },
    explain:
      'Lambda checks the names of variables when the function is created. Dots and hyphens, common in configuration keys, are not accepted. Names such as AWS_REGION belong to Lambda, which fills them in itself.',
    docs: {
      title: 'Working with Lambda environment variables',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
    },
    overlaps: ['E3031', 'E3663'],
  },
  on: nodes('lambda'),
  check(fn, graph, report) {
    const environment = graph.object(fn, 'environment');
    if (!environment) return;
    const names = Object.keys(environment);
    const illegal = names.filter((name) => !legal.test(name));
    const taken = names.filter((name) => reserved.has(name));
    const quoted = (some: readonly string[]): string => listOf(some.map((name) => `"${name}"`));
    if (illegal.length > 0)
      report({
        message: 'illegal',
        property: 'environment',
        data: { node: named(fn), names: quoted(illegal) },
        fixes: [
          {
            title: `Rename ${quoted(illegal)}`,
            edit: setProperty(fn.id, 'environment', withLegalNames(environment)),
          },
        ],
      });
    if (taken.length > 0)
      report({
        message: 'reserved',
        property: 'environment',
        data: { node: named(fn), names: quoted(taken) },
      });
  },
  examples: {
    good: [
      {
        title: 'letters, digits and _',
        design: design(node('lambda', 'worker', { environment: { TABLE_NAME: 'items', a1: '' } })),
      },
      {
        title: 'a value from elsewhere',
        design: design(node('lambda', 'worker', { environment: { Ref: 'Settings' } })),
      },
    ],
    bad: [
      {
        title: 'hyphens, a digit first, and a single letter',
        design: design(
          node('lambda', 'worker', {
            environment: { 'table-name': 'a', 'table.name': 'b', '2nd': 'c', X: 'd' },
          }),
        ),
        expect: ['illegal'],
      },
      {
        title: 'a name of Lambda',
        design: design(node('lambda', 'worker', { environment: { AWS_REGION: 'eu-west-1' } })),
        expect: ['reserved'],
      },
    ],
  },
});
