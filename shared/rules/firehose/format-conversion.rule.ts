import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

export const firehoseFormatConversion = defineRule({
  meta: {
    id: 'firehose/format-conversion',
    severity: 'error',
    messages: {
      noTable:
        '{node} converts records to {format}, which needs a Glue table with their columns; this version of Isobar cannot draw one. Deliver JSON, and convert it afterwards.',
    },
    explain:
      'Firehose writes Parquet and ORC by the columns of a table in the Glue Data Catalog. Without that table it does not know the columns, so the conversion cannot be deployed.',
    docs: {
      title: 'Convert input data format in Amazon Data Firehose',
      url: 'https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html',
    },
  },
  on: nodes('firehose'),
  check(node, graph, report) {
    const format = graph.text(node, 'formatConversion');
    if (format === undefined || format === 'none') return;
    report({
      message: 'noTable',
      property: 'formatConversion',
      data: { node: named(node), format },
      fixes: [
        {
          title: 'Deliver records as they come',
          edit: setProperty(node.id, 'formatConversion', 'none'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'no conversion', design: design(node('firehose', 'delivery')) },
      {
        title: 'a format by a parameter',
        design: design(node('firehose', 'delivery', { formatConversion: { Ref: 'Format' } })),
      },
    ],
    bad: [
      {
        title: 'Parquet',
        design: design(
          node('firehose', 'delivery', { formatConversion: 'parquet', bufferingSize: 64 }),
        ),
        expect: ['noTable'],
      },
    ],
  },
});
