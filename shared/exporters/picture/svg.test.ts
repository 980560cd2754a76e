import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIcon, readTemplates } from '../../../tools/assets.mjs';
import { categories } from '../../catalog/appearance.ts';
import { services } from '../../catalog/catalog.ts';
import type { Design } from '../../model/design.ts';
import { parseDesign } from '../../model/parse.ts';
import { connection, design, inside, node, settings } from '../../rules/examples.ts';
import { ownIcons } from './own-icons.ts';
import { exportSvg } from './svg.ts';
import { xmlProblems } from './testing/well-formed.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const icon = (name: string) => readIcon(root, name);
const light = { theme: 'light', icon } as const;

/** Puts the nodes side by side. */
const inARow = (given: Design): Design => ({
  ...given,
  nodes: given.nodes.map((item, at) => ({ ...item, position: { x: at * 280, y: 0 } })),
});

const orders = inARow(
  design(
    node('sqs-queue', 'orders'),
    node('lambda', 'worker', { timeout: 30, memorySize: 512 }),
    node('dynamodb-table', 'table'),
    connection('sqs-queue--lambda', 'orders', 'worker'),
    connection('lambda--dynamodb-table', 'worker', 'table', { access: 'write' }),
  ),
);

test.each(services.map(({ kind, icon: name }) => [kind, name]))('%s has an icon', (_kind, name) => {
  expect(ownIcons.get(name) ?? icon(name)).toMatch(/^<svg /);
});

test('every category has a look of its own place in the palette', () => {
  for (const { category } of services) expect(categories[category].title).not.toBe('');
});

describe('a picture', () => {
  test('is well-formed, names what it shows, and draws each icon once', () => {
    const svg = exportSvg(orders, light);
    expect(xmlProblems(svg)).toEqual([]);
    expect(svg).toContain('>orders</text>');
    expect(svg).toContain('>nodejs24.x · 512 MB · 30 s</text>');
    expect(svg).toContain('>batch 10</text>');
    expect(svg).toContain('>write</text>');
    expect(svg.match(/<symbol /g)).toHaveLength(3);
    expect(svg).toContain('<title>worker, Lambda function: nodejs24.x · 512 MB · 30 s</title>');
    expect(svg).toMatch(/viewBox="-32 -\d+ 832 \d+"/);
  });

  test('is the same whatever the order of the design', () => {
    const turned = {
      ...orders,
      nodes: [...orders.nodes].reverse(),
      connections: [...orders.connections].reverse(),
    };
    expect(exportSvg(turned, light)).toBe(exportSvg(orders, light));
  });

  test('has another ground in the dark, and none when it is transparent', () => {
    const grounds = (svg: string) =>
      /<\/desc>\n(?:<defs>[\s\S]*<\/defs>\n)?<rect [^>]*fill="([^"]+)"/.exec(svg)?.[1];
    expect(grounds(exportSvg(orders, light))).toBe('#f8fafc');
    expect(grounds(exportSvg(orders, { theme: 'dark', icon }))).toBe('#0f1623');
    expect(grounds(exportSvg(orders, { ...light, transparent: true }))).toBeUndefined();
  });

  test('tells deliveries apart by their lines', () => {
    const svg = exportSvg(orders, light);
    expect(svg).toMatch(/orders to worker: batch 10<\/title><path [^>]*stroke-dasharray="0.1 4.6"/);
    expect(svg).toMatch(/worker to table: write<\/title><path [^>]*stroke-width="1.6"\/>/);
  });

  test('grows containers around what they hold, and draws no line to them from inside', () => {
    const svg = exportSvg(
      design(
        inside(
          node('region', 'ireland', { code: 'eu-west-1' }),
          inside(node('vpc', 'net'), inside(node('subnet', 'private'), node('lambda', 'worker'))),
        ),
        connection('lambda--subnet', 'worker', 'private'),
      ),
      light,
    );
    expect(xmlProblems(svg)).toEqual([]);
    expect(svg).not.toContain('worker to private');
    const widths = [...svg.matchAll(/<rect x="[^"]*" y="[^"]*" width="(\d+)"[^>]*rx="12"/g)].map(
      ([, width]) => Number(width),
    );
    expect(widths).toHaveLength(3);
    expect(widths.every((width) => width >= 208)).toBe(true);
  });

  test('of an empty design is an empty picture', () => {
    expect(xmlProblems(exportSvg(design(), light))).toEqual([]);
  });

  test('works without icons, with unknown kinds and types, and with ends that are missing', () => {
    const svg = exportSvg(
      inARow(
        design(
          node('quantum-computer', 'q'),
          node('lambda', 'worker'),
          connection('q--lambda', 'q', 'worker'),
          connection('sqs-queue--lambda', 'nobody', 'worker'),
          connection('lambda--lambda--invoke', 'worker', 'worker'),
        ),
      ),
      { theme: 'dark', icon: () => undefined },
    );
    expect(xmlProblems(svg)).toEqual([]);
    expect(svg).toContain('q to worker: q--lambda');
  });

  test('takes no icon that could run or fetch something', () => {
    const evil = [
      '<svg viewBox="0 0 1 1"><script>alert(1)</script></svg>',
      '<svg viewBox="0 0 1 1"><path onload="alert(1)" d=""/></svg>',
      '<svg viewBox="0 0 1 1"><use href="https://example.com/x.svg#a"/></svg>',
      '<svg viewBox="0 0 1 1"><path fill="url(https://example.com/x)"/></svg>',
      'not an icon',
    ];
    for (const text of evil) {
      const svg = exportSvg(orders, { theme: 'light', icon: () => text });
      expect(svg).not.toContain('<symbol');
      expect(xmlProblems(svg)).toEqual([]);
    }
  });

  test('gives ids inside icons names of their own', () => {
    const text =
      '<svg viewBox="0 0 1 1"><defs><clipPath id="a"><path d=""/></clipPath></defs><g clip-path="url(#a)"/></svg>';
    const svg = exportSvg(orders, { theme: 'light', icon: () => text });
    expect(xmlProblems(svg)).toEqual([]);
    expect(svg).toContain('id="icon-AWSLambda-a"');
  });

  test('shows hostile text and nothing more', () => {
    const evil = '</text></svg><script>alert("1")</script>&amp;\u0000\u202egnp\ud800';
    const svg = exportSvg(
      inARow(
        design(
          settings({ name: evil, description: evil }),
          node('lambda', evil, {}, 'a'),
          node('region', evil, { code: evil }, 'b'),
          node(evil, 'c'),
          connection('rest-api--lambda', 'a', 'c', { method: evil, path: evil }, 'x'),
          connection(evil, 'a', 'b'),
        ),
      ),
      light,
    );
    expect(xmlProblems(svg)).toEqual([]);
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u202e');
  });

  test('is well-formed for any text anywhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.integer(), (text, x) => {
        const made = design(
          settings({ name: text }),
          node('lambda', text, { runtime: text, memorySize: text }, 'a'),
          node('event-bus', text, { name: text }, 'b'),
          connection('lambda--event-bus', 'a', 'b', { detailType: text }),
        );
        const moved = {
          ...made,
          nodes: made.nodes.map((item) => ({ ...item, position: { x, y: 3 } })),
        };
        expect(xmlProblems(exportSvg(moved, light))).toEqual([]);
      }),
    );
  });

  test('of a ring of parents and of ten thousand nested groups comes to an end', () => {
    const ring = design(node('group', 'a'), node('group', 'b'));
    const [a, b] = ring.nodes;
    if (!a || !b) throw new Error('two groups');
    const svg = exportSvg(
      {
        ...ring,
        nodes: [
          { ...a, parent: b.id },
          { ...b, parent: a.id },
        ],
      },
      light,
    );
    expect(xmlProblems(svg)).toEqual([]);
    const nested = Array.from({ length: 10_000 }, (_, at) => ({
      ...a,
      id: `g${at}` as typeof a.id,
      ...(at > 0 && { parent: `g${at - 1}` as typeof a.id }),
    }));
    expect(exportSvg({ ...ring, nodes: nested }, light)).toContain('</svg>');
  });
});

test.each(Object.entries(readTemplates(root)))('the template %s can be drawn', (_name, text) => {
  const read = parseDesign(text);
  if (!read.ok) throw new Error('The template cannot be read.');
  for (const theme of ['light', 'dark'] as const)
    expect(xmlProblems(exportSvg(read.value.design, { theme, icon }))).toEqual([]);
});
