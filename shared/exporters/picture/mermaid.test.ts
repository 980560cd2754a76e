import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connection, design, inside, node, settings } from '../../rules/examples.ts';
import { escapeLabel, exportMermaid } from './mermaid.ts';

/** Every line that the exporter writes: an id, brackets and a quoted label in which no quote or bracket is left. */
const label = '"(?:[\\p{L}\\p{N}\\p{M} .,…/·()-]|#\\d+;|<br>)*"';
const line = new RegExp(
  `^(?:---|title: "[\\x20-\\x7e]*"|flowchart LR|\\s+end|\\s+subgraph n_\\w+\\[${label}\\]|\\s+n_\\w+(?:\\[${label}\\]|\\[\\(${label}\\)\\]|\\(\\[${label}\\]\\))|\\s+n_\\w+ (?:-->|-\\.->)(?:\\|${label}\\|)? n_\\w+|\\s+linkStyle [\\d,]+ [a-z0-9#:, -]+|)$`,
  'u',
);
const oddLines = (text: string) => text.split('\n').filter((item) => !line.test(item));

test('draws containers, shapes by category and lines by delivery', () => {
  const made = design(
    settings({ name: 'Orders' }),
    node('client', 'web'),
    inside(
      node('region', 'eu', { code: 'eu-west-1' }),
      node('http-api', 'api', { name: 'api' }),
      node('lambda', 'worker'),
      node('sqs-queue', 'queue'),
      node('dynamodb-table', 'table'),
      node('security-group', 'open'),
    ),
    connection('client--http-api', 'web', 'api'),
    connection('http-api--lambda', 'api', 'worker', { method: 'POST', path: '/orders' }),
    connection('lambda--sqs-queue', 'worker', 'queue'),
    connection('sqs-queue--lambda', 'queue', 'worker'),
    connection('lambda--dynamodb-table', 'worker', 'table'),
    connection('security-group--lambda', 'open', 'worker'),
  );
  expect(exportMermaid(made)).toBe(`---
title: "Orders"
---
flowchart LR
  subgraph n_Eu["eu"]
    n_Api["api<br>API Gateway HTTP API"]
    n_Open["open<br>Security group"]
    n_Queue["queue<br>SQS queue"]
    n_Table[("table<br>DynamoDB table")]
    n_Worker["worker<br>Lambda function"]
  end
  n_Web(["web<br>Client application"])
  n_Web -->|"calls"| n_Api
  n_Api -->|"POST /orders"| n_Worker
  n_Worker -.->|"sends messages"| n_Queue
  n_Queue -.->|"batch 10"| n_Worker
  n_Worker -->|"read/write"| n_Table
  n_Open -->|"protects"| n_Worker
  linkStyle 3 stroke-dasharray:1 4,stroke-linecap:round
  linkStyle 5 stroke:#94a3b8,stroke-width:1px
`);
});

test.each([
  ['"]; click x "javascript:alert(1)"', '#34;#93;#59; click x #34;javascript#58;alert(1)#34;'],
  ['a\nend\n%%{x}%%', 'a end #37;#37;#123;x#125;#37;#37;'],
  ['#quot; &lt;', '#35;quot#59; #38;lt#59;'],
  ['1. one', '#8288;1. one'],
  ['- one', '#8288;- one'],
  ['`*x*`', '#96;#42;x#42;#96;'],
  ['\u202e\ud800', '#55296;'],
])('escapes %j', (text, escaped) => {
  expect(escapeLabel(text)).toBe(escaped);
});

test('holds no line but its own, whatever the texts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const made = design(
        settings({ name: text }),
        inside(
          node('group', text, {}, 'g'),
          node('lambda', text, {}, 'end'),
          node(text, text, {}, 'a"b'),
        ),
        node('s3-bucket', '', {}, 'graph'),
        connection(text, 'end', 'a"b'),
        connection('lambda--event-bus', 'a"b', 'graph', { detailType: text }),
      );
      expect(oddLines(exportMermaid(made))).toEqual([]);
    }),
  );
});

test('closes every container, also those in a ring', () => {
  const ring = design(node('group', 'a'), node('group', 'b'));
  const [a, b] = ring.nodes;
  if (!a || !b) throw new Error('two groups');
  const text = exportMermaid({
    ...ring,
    nodes: [
      { ...a, parent: b.id },
      { ...b, parent: a.id },
    ],
  });
  expect(text.match(/subgraph/g)).toHaveLength(2);
  expect(text.match(/^\s+end$/gm)).toHaveLength(2);
});

test('leaves out what has no end, and a line between a container and what it holds', () => {
  const made = design(
    inside(node('subnet', 'net'), node('lambda', 'worker')),
    connection('lambda--subnet', 'worker', 'net'),
    connection('lambda--sqs-queue', 'worker', 'nothing'),
  );
  expect(exportMermaid(made)).not.toContain('-->');
});
