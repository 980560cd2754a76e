import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const invoking = (properties: Parameters<typeof node>[2]) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(node('subnet', 'data'), node('rds-instance', 'db', properties)),
    ),
    node('lambda', 'audit'),
    connection('rds-instance--lambda', 'db', 'audit'),
  );

export const rdsLambdaInvokeEngine = defineRule({
  meta: {
    id: 'rds/lambda-invoke-engine',
    severity: 'error',
    messages: {
      engine:
        '{engine} cannot invoke Lambda, and {database} is one; only RDS for PostgreSQL can. Let the application send a message instead, or change the engine.',
    },
    explain:
      'PostgreSQL on RDS has an extension that calls Lambda from SQL, for example in a trigger after an insert. RDS for MySQL, MariaDB, Oracle, SQL Server and Db2 have none.',
    docs: {
      title: 'Invoking an AWS Lambda function from an RDS for PostgreSQL DB instance',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL-Lambda.html',
    },
  },
  on: connections({ type: 'rds-instance--lambda' }),
  check({ source }, graph, report) {
    const engine = graph.text(source, 'engine');
    if (engine === undefined || engine === 'postgres') return;
    report({
      message: 'engine',
      property: 'engine',
      at: source,
      data: { engine, database: named(source) },
      fixes: [{ title: 'Use PostgreSQL', edit: setProperty(source.id, 'engine', 'postgres') }],
    });
  },
  examples: {
    good: [
      { title: 'PostgreSQL', design: invoking({}) },
      { title: 'an engine by a parameter', design: invoking({ engine: { Ref: 'Engine' } }) },
    ],
    bad: [
      {
        title: 'MySQL',
        design: invoking({ engine: 'mysql', engineVersion: '8.4' }),
        expect: ['engine'],
      },
    ],
  },
});
