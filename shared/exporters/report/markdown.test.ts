import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connection, design, inside, node, settings } from '../../rules/examples.ts';
import { exportMarkdown } from './markdown.ts';

const orders = design(
  settings({ name: 'Orders', description: 'Takes *orders*.', stage: 'prod' }),
  inside(
    node('region', 'ireland', { code: 'eu-west-1' }),
    node('sqs-queue', 'queue', { visibilityTimeout: 180 }),
    node('lambda', 'worker', { timeout: 30, environment: { LEVEL: 'debug' } }),
  ),
  node('dynamodb-table', 'table'),
  connection('sqs-queue--lambda', 'queue', 'worker', { batchSize: 5 }),
  connection('lambda--dynamodb-table', 'worker', 'table', { access: 'read' }),
  connection('lambda--sqs-queue', 'worker', 'queue', { permissions: 'custom' }),
);

describe('the report', () => {
  const report = exportMarkdown(orders, {
    findings: [
      {
        rule: 'sqs/no-dlq',
        severity: 'warning',
        message: 'No | dead letters.',
        at: { kind: 'node', id: 'queue' },
      },
      {
        rule: 'topology/event-loop',
        severity: 'warning',
        message: 'A loop.',
        at: { kind: 'connection', id: 'c3' },
        suppressed: { reason: 'It ends *itself*.' },
      },
      { rule: 'naming/x', severity: 'error', message: 'Bad.', at: { kind: 'design' } },
    ],
  });

  test('says what there is, where, and how it is set', () => {
    expect(report).toContain(
      '# Orders\n\nTakes \\*orders\\*.\n\n- Region: eu-west-1\n- Stage: prod\n',
    );
    expect(report).toContain('### ireland\n');
    expect(report).toContain('| queue | SQS queue |');
    expect(report).toContain('visibilityTimeout: 180 s');
    expect(report).toContain('timeout: 30 s');
    expect(report).toContain('environment: {"LEVEL":"debug"}');
  });

  test('says who does what to whom, and who may', () => {
    expect(report).toContain('| queue | triggers | worker | polled | batchSize: 5 |');
    expect(report).toMatch(/\| worker \| `sqs:ReceiveMessage`<br>.* \| queue \| queue → worker \|/);
    expect(report).toMatch(/\| \*worker\* \| `sqs:SendMessage`/);
    expect(report).toContain('What is in italics is not written by the exports.');
  });

  test('lists findings, worst first, and what was set aside with its reason', () => {
    expect(report.indexOf('### Errors')).toBeLessThan(report.indexOf('### Warnings'));
    expect(report).toContain('| queue | No \\| dead letters. | sqs/no-dlq |');
    expect(report).toContain('| the design | Bad. | naming/x |');
    expect(report).toContain(
      '| worker → queue | A loop. | topology/event-loop | It ends \\*itself\\*. |',
    );
  });

  test('speaks of findings only when it knows them', () => {
    expect(exportMarkdown(orders)).not.toContain('Findings');
    expect(exportMarkdown(orders, { findings: [] })).toContain('## Findings\n\nNone.');
  });

  test('of an empty design is a report all the same', () => {
    expect(exportMarkdown(design(settings({ name: '' })))).toContain('# Design\n');
  });
});

test('every table keeps its columns and no text becomes markup, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const report = exportMarkdown(
        design(
          settings({ name: text, description: text, region: text }),
          inside(
            node('vpc', text, { cidrBlock: text }, 'a'),
            node(text, text, { [text]: text }, 'b'),
          ),
          connection(text, 'a', 'b', { [text]: { x: text } }),
        ),
        {
          findings: [
            { rule: text, severity: 'info', message: text, at: { kind: 'node', id: text } },
          ],
        },
      );
      const widths = report
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.match(/(?<!\\)\|/g)?.length);
      expect(widths.filter((width) => width === undefined || width < 4 || width > 6)).toEqual([]);
      expect(report).not.toMatch(/(?<!\\)<(?!br>)/);
    }),
  );
});
