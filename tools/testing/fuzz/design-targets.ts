import fc from 'fast-check';
import { exportCdk } from '../../../shared/exporters/cdk/cdk.ts';
import { exportMermaid } from '../../../shared/exporters/picture/mermaid.ts';
import { exportSvg } from '../../../shared/exporters/picture/svg.ts';
import { planDesign } from '../../../shared/exporters/plan/plan.ts';
import { exportMarkdown } from '../../../shared/exporters/report/markdown.ts';
import { exportSam } from '../../../shared/exporters/sam/sam.ts';
import { isJsonObject, type Json } from '../../../shared/lib/json.ts';
import type { Problem } from '../../../shared/lib/problem.ts';
import type { Design } from '../../../shared/model/design.ts';
import {
  copyItems,
  parseClipboard,
  pastedIds,
  pasteItems,
} from '../../../shared/model/edits/index.ts';
import { logicalIds } from '../../../shared/model/logical-id.ts';
import { parseDesign } from '../../../shared/model/parse.ts';
import { serialiseDesign } from '../../../shared/model/serialise.ts';
import { anyDesign } from '../../../shared/model/testing/arbitraries.ts';
import { catalogFacts } from '../../../shared/rules/catalog.ts';
import { isReference } from '../../../shared/rules/catalog-facts.ts';
import { rules } from '../../../shared/rules/index.ts';
import { ruleFailed, validateOnce } from '../../../shared/rules/validator.ts';
import { designTexts, tampered, tamperedSettings, templateTexts } from './bases.ts';
import { type FuzzTarget, fuzzTarget, hold } from './target.ts';
import { nestedText, rawText, smeared } from './texts.ts';

const holdProblems = (problems: readonly Problem[]): void => {
  hold(problems.length > 0, 'it was refused without a word');
  hold(problems.length <= 102, 'it was refused with too many words');
  for (const { message, code } of problems) {
    hold(code !== 'migration-failed', 'a migration threw');
    hold(/^\S.*[.?]$/.test(message), `a problem is no sentence: ${message}`);
    hold(message.length < 600, 'a problem is as long as its cause');
  }
};

const holdUnspoilt = (): void =>
  hold(
    Object.keys(Object.prototype).length === 0 && !('a' in Object.prototype),
    'an input changed all objects',
  );

/** Reads a text as a design; what is read is written and read again without a change. */
const readDesign = (text: string): Design | undefined => {
  const parsed = parseDesign(text);
  holdUnspoilt();
  if (!parsed.ok) {
    holdProblems(parsed.error);
    return undefined;
  }
  const { design, readOnly } = parsed.value;
  if (readOnly) return undefined;
  logicalIds(design);
  const written = serialiseDesign(design);
  const again = parseDesign(written);
  hold(again.ok && serialiseDesign(again.value.design) === written, 'it is not read as written');
  return design;
};

/** A file of an older, a newer or a strange format. */
const ofFormat = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      tampered(texts),
      fc.oneof(fc.constant(0), fc.constantFrom(-1, 2, 99, 1.5, '1', null, 2 ** 53, 1e300)),
      fc.boolean(),
    )
    .map(([{ file }, version, isOld]) => {
      if (!isJsonObject(file)) return JSON.stringify(file);
      const { connections, ...rest } = file;
      const edges: Json | undefined = Array.isArray(connections)
        ? connections.map((item: Json) =>
            isJsonObject(item)
              ? Object.fromEntries(
                  Object.entries(item).map(([key, value]) => [
                    { from: 'source', to: 'target', type: 'kind' }[key] ?? key,
                    value,
                  ]),
                )
              : item,
          )
        : connections;
      const old = isOld && edges !== undefined ? { ...rest, edges } : file;
      return JSON.stringify({ ...old, formatVersion: version });
    });

/** What exporters and rules make of a design that may hold anything. */
const tryDesign = (design: Design): string => {
  const findings = validateOnce(design, rules, catalogFacts, { today: '2026-11-21' });
  const failed = findings.find(({ rule }) => rule === ruleFailed);
  hold(failed === undefined, failed?.message ?? '');
  exportSvg(design, { theme: 'light', transparent: false, icon: () => undefined });
  exportMermaid(design);
  exportMarkdown(design, { findings });
  const plan = planDesign(design);
  const problems = [...exportSam(plan).problems, ...exportCdk(plan).problems];
  const isRight = findings.every(({ severity }) => severity !== 'error');
  return problems.length > 0 ? 'not exported' : isRight ? 'exported' : 'exported despite errors';
};

/** Designs: as files, as what is exported, and as what is pasted. */
export const designTargets = (root: string): readonly FuzzTarget[] => {
  const texts = designTexts(root);
  const small = texts.filter(({ length }) => length < 4000);
  const anyText = fc.oneof(
    { weight: 5, arbitrary: tampered(texts).map(({ file }) => JSON.stringify(file)) },
    { weight: 5, arbitrary: smeared(fc.constantFrom(...texts)) },
    { weight: 2, arbitrary: anyDesign.map(serialiseDesign) },
    { weight: 2, arbitrary: rawText },
    { weight: 1, arbitrary: nestedText },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...small), nestedText)
        .map(([text, nested]) => text.replace(/"properties": ?\{/, `"properties":{"x":${nested},`)),
    },
  );
  const clipboard = tampered(small).map(({ file }) => {
    if (!isJsonObject(file)) return JSON.stringify(file);
    const { nodes, connections } = file;
    return JSON.stringify({
      isobarClipboard: 1,
      nodes: nodes ?? [],
      connections: connections ?? [],
    });
  });
  const parsedOf = (text: string): Design => {
    const parsed = parseDesign(text);
    if (!parsed.ok) throw new Error('a template cannot be read');
    return parsed.value.design;
  };
  const templates = templateTexts(root);
  const into = parsedOf(templates[0] ?? '');
  return [
    fuzzTarget({
      name: 'design file',
      share: 22,
      input: anyText,
      show: (text: string) => text,
      attempt: (text) => (readDesign(text) ? 'read' : 'refused'),
    }),
    fuzzTarget({
      name: 'other formats',
      share: 10,
      input: ofFormat(texts),
      show: (text: string) => text,
      attempt: (text) => (readDesign(text) ? 'brought up to date' : 'refused or read-only'),
    }),
    fuzzTarget({
      name: 'clipboard',
      share: 15,
      input: fc.oneof(
        { weight: 6, arbitrary: clipboard },
        { weight: 2, arbitrary: smeared(clipboard) },
        { weight: 1, arbitrary: anyText },
        { weight: 1, arbitrary: rawText },
      ),
      show: (text: string) => text,
      attempt: (text) => {
        const parsed = parseClipboard(text);
        holdUnspoilt();
        if (!parsed.ok) {
          holdProblems(parsed.error);
          return 'refused';
        }
        pastedIds(into, parsed.value);
        const pasted = pasteItems(parsed.value, { isReference: isReference(catalogFacts) })(into);
        hold(readDesign(serialiseDesign(pasted)) !== undefined, 'what was pasted is no design');
        const ids = [...pasted.nodes, ...pasted.connections].map(({ id }) => id);
        hold(new Set(ids).size === ids.length, 'what was pasted has an id twice');
        copyItems(pasted, ids.slice(0, 20));
        return 'pasted';
      },
    }),
    fuzzTarget({
      name: 'rules and exports',
      share: 4,
      input: fc.oneof(
        { weight: 3, arbitrary: tamperedSettings(texts) },
        { weight: 1, arbitrary: tampered(texts).map(({ file }) => JSON.stringify(file)) },
      ),
      show: (text: string) => text,
      attempt: (text) => {
        const design = readDesign(text);
        return design ? tryDesign(design) : 'refused';
      },
    }),
  ];
};
