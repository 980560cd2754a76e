import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outputPathProblem } from '../host/output-path.ts';
import type { Json } from '../lib/json.ts';
import type { Design } from '../model/design.ts';
import { connection, design, node } from '../rules/examples.ts';
import { exportCdk } from './cdk/cdk.ts';
import type { Export } from './exported.ts';
import { exportMermaid } from './picture/mermaid.ts';
import { exportSvg } from './picture/svg.ts';
import { xmlProblems } from './picture/testing/well-formed.ts';
import { planDesign } from './plan/plan.ts';
import { exportMarkdown } from './report/markdown.ts';
import { exportSam } from './sam/sam.ts';
import { exportCases } from './testing/cases/index.ts';
import {
  blocksOf,
  differences,
  hostileText,
  htmlIn,
  isSameText,
  propertySlots,
  type Slot,
  sorts,
  token,
  withTexts,
} from './testing/hostile.ts';
import { parseBack } from './testing/parse-back.ts';

/*
 * Text from a design may never become code, markup, a path or a formula. Each export of a design is written twice, once
 * with harmless texts and once with hostile ones; both are read back by other people's parsers and must be the same but
 * for the texts.
 */

const targets = [
  ['SAM', exportSam],
  ['CDK', exportCdk],
] as const;

const trees = ({ files }: Export): readonly (readonly [string, Json])[] =>
  files.map(({ path, text }) => [path, parseBack(path, text)]);

/** Properties by which something is sorted, grouped or cut: with another text, other things come first. */
const arranging: ReadonlySet<string> = new Set([
  'collectionName',
  'engineVersion',
  'fieldName',
  'groupName',
  'path',
  'pathPattern',
  'recordName',
  'routeKey',
  'user',
]);

let compared = 0;

const compare = (harmless: Design, hostile: Design, text: string, isArranging: boolean): void => {
  for (const [target, write] of targets) {
    const [wanted, got] = [write(planDesign(harmless)), write(planDesign(hostile))];
    for (const { path } of got.files) expect(outputPathProblem(path), path).toBeUndefined();
    // What cannot be exported is refused in words, which is right too.
    if (wanted.files.length === 0 || got.files.length === 0) continue;
    compared += 1;
    const pairs = trees(wanted).map(
      ([path, tree], at) => [path, tree, trees(got)[at]?.[1]] as const,
    );
    expect(got.files.length).toBe(wanted.files.length);
    for (const [path, tree, other] of pairs)
      if (isArranging) expect(sorts(other ?? null), `${target} ${path}`).toEqual(sorts(tree));
      else
        expect(differences(tree, other ?? null, isSameText(text)), `${target} ${path}`).toEqual([]);
  }
};

const anyCase = fc.constantFrom(...exportCases).map(({ design }) => design);

/** The same inputs every time, unless ISOBAR_FUZZ_RUNS asks for more of them: then others each time. */
const many = Number(process.env.ISOBAR_FUZZ_RUNS ?? 0);
const runs = (share: number): { numRuns: number; seed?: number } =>
  many > 0
    ? { numRuns: Math.ceil(many * share) }
    : { numRuns: Math.ceil(40 * share), seed: 20_261_121 };

test('what is called like a device of Windows is exported under another name', () => {
  const ids = ['con', 'prn', 'aux', 'nul', 'com1', 'lpt9'];
  for (const [id, other] of ids.map(
    (item, at) => [item, ids[(at + 1) % ids.length] ?? ''] as const,
  )) {
    const named: Design = {
      ...design(
        node('lambda', id),
        node('state-machine', other),
        connection('state-machine--lambda', other, id),
      ),
      name: id,
    };
    for (const [target, write] of targets) {
      const { files, problems } = write(planDesign(named));
      expect(problems, target).toEqual([]);
      expect(files.length).toBeGreaterThan(4);
      for (const { path } of files) expect(outputPathProblem(path), path).toBeUndefined();
    }
  }
});

test('half a character in an address stops no export', () => {
  const mailing = exportCases.find(({ design: of }) =>
    of.connections.some(
      ({ type, properties }) =>
        type === 'rest-api--ses-identity' && typeof properties.recipient === 'string',
    ),
  )?.design;
  if (!mailing) throw new Error('no case sends mail from an API');
  const slots = propertySlots(mailing).filter(
    (slot) => slot.kind === 'property' && slot.property === 'recipient',
  );
  const half = withTexts(
    mailing,
    slots.map((slot) => [slot, 'a\ud800@example.com'] as const),
  );
  for (const [target, write] of targets)
    expect(write(planDesign(half)).problems, target).toEqual([]);
});

describe('in a template and in an app', () => {
  test('the name of a node is a name and nothing else', () => {
    compared = 0;
    fc.assert(
      fc.property(anyCase, hostileText, (design, text) => {
        const names: Slot[] = design.nodes.map(({ id }) => ({ kind: 'name', id }));
        const named = (name: string): Design =>
          withTexts(
            design,
            names.map((slot) => [slot, name]),
          );
        compare(named(token), named(text), text, false);
      }),
      runs(1),
    );
    expect(compared).toBeGreaterThan(70);
  });

  test('the text of a property is a text and nothing else', () => {
    compared = 0;
    fc.assert(
      fc.property(anyCase, hostileText, fc.nat(), (design, text, pick) => {
        const slots = propertySlots(design);
        const slot = slots[pick % Math.max(1, slots.length)];
        // Scopes are words with spaces between them: with another text there are more or fewer.
        if (slot?.kind !== 'property' || slot.property === 'scopes') return;
        const filled = (value: string): Design => withTexts(design, [[slot, value]]);
        compare(filled(token), filled(text), text, arranging.has(slot.property));
      }),
      runs(1),
    );
    expect(compared).toBeGreaterThan(40);
  });

  test('the name and the description of a design are no more either', () => {
    compared = 0;
    fc.assert(
      fc.property(anyCase, hostileText, hostileText, (design, name, description) => {
        fc.pre(isSeen(name) && isSeen(description));
        // Classes, files and stacks are called after the design, so only what there is can be compared.
        compare(
          { ...design, name: token, description: token },
          { ...design, name, description },
          description,
          true,
        );
      }),
      runs(0.5),
    );
    expect(compared).toBeGreaterThan(30);
  });
});

/** The design with a text in all places that documents show. */
const everywhere = (design: Design, text: string): Design => ({
  ...withTexts(
    design,
    [...design.nodes.map(({ id }): Slot => ({ kind: 'name', id })), ...propertySlots(design)].map(
      (slot) => [slot, text] as const,
    ),
  ),
  name: text,
  description: text,
});

/** Every element with the names of its attributes; where an attribute leads, that too. */
const elements = (svg: string): readonly string[] =>
  [...svg.matchAll(/<(\/?[A-Za-z]+)((?:\s+[A-Za-z-]+="[^"]*")*)/g)].map(
    ([, tag = '', attributes = '']) =>
      `${tag} ${[...attributes.matchAll(/([A-Za-z-]+)="(#|url\(#|\w+:)?/g)]
        .map(([, name, leads = '']) => name + leads)
        .join(' ')}`,
  );

/** A text of which nothing is seen leaves no paragraph. */
const isSeen = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

const look = { theme: 'light', icon: () => undefined } as const;

/** The elements that pictures are made of. */
const harmlessElements = new Set(
  exportCases.flatMap(({ design }) => elements(exportSvg(everywhere(design, token), look))),
);

/** What a line of a flowchart can be; a label holds letters, a few marks and numbered entities. */
const label = String.raw`"(?:[\p{L}\p{N}\p{M} .,…/·()-]|#\d+;|<br>)*"`;
const flowchart = new RegExp(
  `^(?:---|title: "[ -~]*"|flowchart LR|\\s*end|\\s*subgraph n_\\w+\\[${label}\\]|\\s*n_\\w+(?:\\[|\\[\\(|\\(\\[)${label}(?:\\]|\\)\\]|\\]\\))| {2}n_\\w+ (?:-->|-\\.->)(?:\\|${label}\\|)? n_\\w+| {2}linkStyle [\\d,]+ [a-z0-9#:, -]+|)$`,
  'u',
);

describe('in a document', () => {
  test('a picture holds no element that its shapes do not need', () => {
    fc.assert(
      fc.property(anyCase, hostileText, (design, text) => {
        const svg = exportSvg(everywhere(design, text), look);
        expect(xmlProblems(svg)).toEqual([]);
        expect(elements(svg).filter((tag) => !harmlessElements.has(tag))).toEqual([]);
      }),
      runs(2),
    );
  });

  test('a flowchart has lines of a flowchart and no other', () => {
    fc.assert(
      fc.property(anyCase, hostileText, (design, text) => {
        const lines = exportMermaid(everywhere(design, text)).split('\n');
        expect(lines.filter((line) => !flowchart.test(line))).toEqual([]);
        const wanted = exportMermaid(everywhere(design, token)).split('\n');
        expect(lines.filter((line) => !/^(?:---|title: .*)$/.test(line)).length).toBe(
          wanted.filter((line) => !/^(?:---|title: .*)$/.test(line)).length,
        );
      }),
      runs(2),
    );
  });

  test('a report has the blocks that it has for harmless texts', () => {
    fc.assert(
      fc.property(anyCase, hostileText, (design, text) => {
        fc.pre(isSeen(text));
        const report = (given: string): string =>
          exportMarkdown(everywhere(design, given), {
            findings: design.nodes.map(({ id }) => ({
              rule: 'a/b',
              severity: 'warning',
              message: given,
              at: { kind: 'node', id },
              suppressed: { reason: given },
            })),
          });
        const blocks = (markdown: string): Json => blocksOf(parseBack('report.md', markdown));
        const [wanted, got] = [blocks(report(token)), blocks(report(text))];
        // Rows are sorted by what they say, so their order is another one; how many there are of each is not.
        expect(sorts(got)).toEqual(sorts(wanted));
        expect(new Set(htmlIn(got))).toEqual(new Set(htmlIn(wanted)));
      }),
      runs(1),
    );
  });
});
