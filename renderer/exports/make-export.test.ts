import { describe, expect, test } from 'vitest';
import { exportMermaid } from '../../shared/exporters/picture/mermaid.ts';
import { templateFiles } from '../../shared/exporters/testing/templates.ts';
import { connection, design, node } from '../../shared/rules/examples.ts';
import { makeExport } from './make-export.ts';

const today = '2026-11-21';
const shop = (timeout: number, memorySize: unknown = 512) =>
  design(
    node('sqs-queue', 'jobs', { visibilityTimeout: 60 }),
    node('lambda', 'worker', { timeout, memorySize: memorySize as never }),
    connection('sqs-queue--lambda', 'jobs', 'worker'),
  );

describe('errors of the design', () => {
  test('come with the files, so that the person can go on', async () => {
    const made = await makeExport({ design: shop(90), format: 'sam', today, check: true });
    expect(made.errors.map(({ rule }) => rule)).toEqual(['sqs/visibility-timeout']);
    expect(made.files.map(({ path }) => path)).toContain('template.yaml');
  });

  test('are not looked for unless asked', async () => {
    const made = await makeExport({ design: shop(90), format: 'sam', today });
    expect(made.errors).toEqual([]);
  });

  test('that stop the exporter are said once', async () => {
    const made = await makeExport({ design: shop(1, 'abc'), format: 'cdk', today, check: true });
    expect(made.files).toEqual([]);
    expect(made.errors.map(({ rule }) => rule)).toEqual(['model/property-type']);
    expect(made.problems).toEqual([]);
    const plain = await makeExport({ design: shop(1, 'abc'), format: 'cdk', today });
    expect(plain.problems).toHaveLength(1);
  });
});

test('pictures hold the icons that they are given, and only text', async () => {
  const icons = { AWSLambda: '<svg viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>' };
  const picture = { theme: 'dark', transparent: true, icons } as const;
  const { files } = await makeExport({ design: shop(1), format: 'svg', today, picture });
  expect(files.map(({ path }) => path)).toEqual(['example.svg']);
  expect(files[0]?.text).toContain('<symbol id="icon-AWSLambda"');
});

test('everything can cross from a worker', async () => {
  for (const format of ['sam', 'cdk', 'design', 'mermaid', 'report', 'svg'] as const)
    for (const { design: whole } of templateFiles.slice(0, 3)) {
      const made = await makeExport({ design: whole, format, today, check: true });
      expect(structuredClone(made)).toEqual(made);
      if (format === 'mermaid') expect(made.files[0]?.text).toBe(exportMermaid(whole));
    }
});
