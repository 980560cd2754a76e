import { connectionOf, serviceOf } from '../../shared/catalog/catalog.ts';
import { isJsonObject, type Json } from '../../shared/lib/json.ts';
import { shorten } from '../../shared/lib/problem.ts';
import type { Connection, Design, Node } from '../../shared/model/design.ts';
import {
  type DesignDifference,
  diffDesigns,
  type FieldChange,
  isSame,
} from '../../shared/model/diff.ts';
import { findNode } from '../../shared/model/tree.ts';
import { defineCommand } from '../command.ts';
import { exitCodes } from '../io.ts';
import { loadDesign } from '../load-design.ts';
import { flag, oneOf } from '../options.ts';
import { jsonText } from '../output.ts';
import { plain, type Style, styleOf } from '../style.ts';

export const diff = defineCommand({
  name: 'diff',
  summary: 'what changed from one design to another, in the words of the design',
  takes: '<before> <after>',
  words: { min: 2, max: 2 },
  completes: 'designs',
  findings: 'with --exit-code, the designs differ',
  details: [
    'Nodes and connections are compared by their ids; the order in the files has no meaning.',
  ],
  options: {
    format: oneOf(['text', 'json'], 'text', 'how the differences are written'),
    'exit-code': flag('ends with 1 when there are differences'),
  },
  examples: [
    'isobar diff old.isobar.json new.isobar.json',
    'git show HEAD:shop.isobar.json | isobar diff - shop.isobar.json',
  ],
  run({ options, words: [first = '', second = ''] }, io) {
    const before = loadDesign(first, io);
    const after = loadDesign(second, io);
    if (!before || !after) return exitCodes.wrong;
    const found = diffDesigns(before.design, after.design);
    if (options.format === 'json') io.stdout(jsonText(found));
    else if (isSame(found)) io.stderr('The designs do not differ.\n');
    else io.stdout(textDiff(found, before.design, after.design, styleOf(io.colors.stdout)));
    return options['exit-code'] && !isSame(found) ? exitCodes.findings : exitCodes.fine;
  },
});

const textDiff = (
  { settings, nodes, connections, suppressions }: DesignDifference,
  before: Design,
  after: Design,
  style: Style,
): string => {
  const added = (text: string) => style.green(`+ ${plain(text)}`);
  const removed = (text: string) => style.red(`- ${plain(text)}`);
  const changed = (text: string) => style.yellow(`~ ${plain(text)}`);
  const fields = (list: readonly FieldChange[]) =>
    list.map((change) => `    ${plain(fieldText(change))}`);
  const moved = nodes.changed.filter(({ isOnlyMoved }) => isOnlyMoved).length;
  const lines = [
    ...(settings.length > 0 ? [changed('the design'), ...fields(settings)] : []),
    ...nodes.added.map((node) => added(nodeText(node))),
    ...nodes.removed.map((node) => removed(nodeText(node))),
    ...nodes.changed
      .filter(({ isOnlyMoved }) => !isOnlyMoved)
      .flatMap(({ after: node, fields: own, properties }) => [
        changed(nodeText(node)),
        ...fields([...own.filter(({ field }) => field !== 'position'), ...properties]),
      ]),
    ...connections.added.map((item) => added(connectionText(after, item))),
    ...connections.removed.map((item) => removed(connectionText(before, item))),
    ...connections.changed.flatMap(({ after: item, fields: own, properties }) => [
      changed(connectionText(after, item)),
      ...fields([...own, ...properties]),
    ]),
    ...suppressions.added.map(({ rule, at, reason }) =>
      added(`set aside ${rule}${at === undefined ? '' : ` at ${at}`}: ${reason}`),
    ),
    ...suppressions.removed.map(({ rule, at }) =>
      removed(`set aside ${rule}${at === undefined ? '' : ` at ${at}`}`),
    ),
    ...(moved > 0 ? [style.dim(`${moved} moved or resized only`)] : []),
  ];
  return `${lines.join('\n')}\n`;
};

const nodeText = ({ name, kind, id }: Node): string =>
  `${serviceOf(kind)?.title ?? kind} "${name}" (${id})`;

const connectionText = (design: Design, { from, to, type, id }: Connection): string => {
  const nameOf = (node: string) => findNode(design, node)?.name ?? node;
  return `"${nameOf(from)}" ${connectionOf(type)?.label ?? type} "${nameOf(to)}" (${id})`;
};

const fieldText = ({ field, before, after }: FieldChange): string =>
  `${field}: ${valueText(before)} → ${valueText(after)}`;

const valueText = (value: Json | undefined): string => {
  if (value === undefined) return 'not set';
  const text = JSON.stringify(value);
  return isJsonObject(value) || Array.isArray(value) ? shorten(text, 60) : shorten(text, 120);
};
