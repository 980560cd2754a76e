import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { missingProperties } from './property-checks.ts';

export const modelConnectionRequiredProperty = defineRule({
  meta: {
    id: 'model/connection-required-property',
    severity: 'error',
    messages: {
      missing: 'The connection from {source} to {target}: "{property}" is required; enter a value.',
    },
    explain:
      'Without this value the connection cannot be made: nobody can guess which record, path or key was meant.',
    docs: { title: 'Rules about the design itself', url: 'docs/rules.md#model' },
    overlaps: ['E3003'],
  },
  on: connections(),
  check({ connection, source, target }, graph, report, { catalog }) {
    const entry = catalog.connectionType(connection.type);
    const table = entry && catalog.properties(connection.type);
    if (!table) return;
    for (const { property, fixes } of missingProperties(connection, graph, table))
      report({
        message: 'missing',
        property,
        data: { source: named(source), target: named(target), property },
        fixes,
      });
  },
  examples: {
    good: [
      {
        title: 'a record with its name',
        design: design(
          node('hosted-zone', 'zone', { name: 'example.com' }),
          node('external-endpoint', 'mail', { url: 'https://mail.example.net' }),
          connection('hosted-zone--external-endpoint', 'zone', 'mail', {
            recordName: 'mail.example.com',
          }),
        ),
      },
      {
        title: 'a name that a parameter gives',
        design: design(
          node('hosted-zone', 'zone', { name: 'example.com' }),
          node('external-endpoint', 'mail', { url: 'https://mail.example.net' }),
          connection('hosted-zone--external-endpoint', 'zone', 'mail', {
            recordName: { Ref: 'RecordName' },
          }),
        ),
      },
    ],
    bad: [
      {
        title: 'a pipe with an empty list of statements',
        design: design(
          node('sqs-queue', 'loads'),
          node('pipe', 'load'),
          node('redshift', 'sales'),
          connection('sqs-queue--pipe', 'loads', 'load'),
          connection('pipe--redshift', 'load', 'sales', { sqls: [] }),
        ),
        expect: ['missing'],
      },
      {
        title: 'a record without a name',
        design: design(
          node('hosted-zone', 'zone', { name: 'example.com' }),
          node('external-endpoint', 'mail', { url: 'https://mail.example.net' }),
          connection('hosted-zone--external-endpoint', 'zone', 'mail'),
        ),
        expect: ['missing'],
      },
    ],
  },
});
