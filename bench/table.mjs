/** What the bench found, for people: a table for each part, with the goal beside each figure that has one. */
import { drawnFigures } from './figures.mjs';

/** @typedef {import('./figures.mjs').Result} Result */
/** @typedef {import('./figures.mjs').Goal} Goal */
/**
 * @typedef {object} Row
 * @property {string} name
 * @property {readonly (string | undefined)[]} cells
 * @property {readonly string[]} [goals]  Names of goals of the result.
 */

const count = (/** @type {number} */ value) => value.toLocaleString('en-GB');

const shown = (/** @type {number | undefined} */ value) =>
  value === undefined ? undefined : value.toLocaleString('en-GB', { maximumFractionDigits: 2 });

const inWords = (/** @type {number | string} */ goal) =>
  `${goal}`
    .replace(/^(?=[\d.])/, '<= ')
    .replace('<=', '≤')
    .replace('>=', '≥');

/** @param {readonly (readonly string[])[]} lines  The first column is text, the others lie to the right. */
const aligned = (lines) => {
  /** @type {number[]} */
  const widths = [];
  for (const line of lines)
    for (const [at, cell] of line.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  return lines.map((line) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
};

/**
 * One part. Goals are taken out of `left`, so that those that no row shows are seen.
 *
 * @param {string} title
 * @param {readonly string[]} columns
 * @param {readonly Row[]} rows
 * @param {Map<string, Goal>} left
 */
const part = (title, columns, rows, left) => {
  const body = rows.map(({ name, cells, goals = [] }) => {
    const own = goals.flatMap((goal) => left.get(goal) ?? []);
    for (const goal of own) left.delete(goal.name);
    const missed = own.filter(({ met }) => !met);
    return [
      `  ${name}`,
      ...cells.map((cell) => cell ?? '–'),
      own.map(({ goal }) => inWords(goal)).join(', ') || '–',
      own.length === 0 ? '' : missed.length === 0 ? 'met' : 'MISSED',
    ];
  });
  return aligned([[title, ...columns, 'goal', ''], ...body]);
};

const core = (
  /** @type {NonNullable<Result['designs']>} */ designs,
  /** @type {Map<string, Goal>} */ left,
) => {
  const [thousand, five] = [1000, 5000].map((size) => designs.find(({ nodes }) => nodes === size));
  const names = /** @type {const} */ ([
    ['parse', 'read the file, ms'],
    ['validate', 'check all of it, ms'],
    ['editP50', 'check after one edit, half of them, ms'],
    ['editP95', 'check after one edit, 95 of 100, ms'],
    ['sam', 'export as SAM, ms'],
    ['cdk', 'export as CDK, ms'],
  ]);
  const rows = names.map(([key, name]) => {
    const [at, of] = [five?.milliseconds[key], thousand?.milliseconds[key]];
    return {
      name,
      cells: [
        ...designs.map(({ milliseconds }) => shown(milliseconds[key])),
        ...(thousand && five ? [at && of ? `${shown(at / of)} ×` : undefined] : []),
      ],
      goals: [`${key} at 1,000 nodes, ms`, `${key} at 5,000 nodes, times that at 1,000`],
    };
  });
  const columns = [...designs.map(({ nodes }) => count(nodes))];
  if (thousand && five) columns.push('5,000 ÷ 1,000');
  return part('Core, by nodes', columns, rows, left);
};

const canvas = (
  /** @type {NonNullable<Result['canvas']>} */ { designs, coldStartMs, firstScriptKb },
  /** @type {Map<string, Goal>} */ left,
) => [
  ...part(
    'Start',
    ['', ...designs.slice(1).map(() => '')],
    [
      { name: 'cold start, ms', cells: [shown(coldStartMs)], goals: ['cold start, ms'] },
      {
        name: 'first script, kB compressed',
        cells: [shown(firstScriptKb)],
        goals: ['first script, kB compressed'],
      },
    ].map((row) => ({ ...row, cells: [...row.cells, ...designs.slice(1).map(() => '')] })),
    left,
  ),
  '',
  ...part(
    'Window, by nodes',
    designs.map(({ nodes }) => count(nodes)),
    [
      ...drawnFigures.map(({ name, of }) => ({
        name,
        cells: designs.map((drawn) => shown(of(drawn))),
        goals: [name, name.replace(',', ' 1,000 nodes,'), name.replace(',', ' at 1,000 nodes,')],
      })),
      {
        name: 'edit to findings all in view, ms',
        cells: designs.map(({ whole }) => shown(whole?.editToFindingsMs)),
      },
      {
        name: 'edit to findings zoomed in, ms',
        cells: designs.map(({ near }) => shown(near?.editToFindingsMs)),
      },
    ],
    left,
  ),
];

const peers = (/** @type {Result} */ { peers: measured = [], ratios = [] }) =>
  measured.flatMap(({ name, version, designs }) => {
    const rows = drawnFigures.map(({ name: figure, of }) => [
      `  ${figure}`,
      ...designs.flatMap((drawn) => {
        const compared = ratios.find(
          ({ peer, nodes, figure: known }) =>
            peer === name && nodes === drawn.nodes && known === figure,
        );
        return [shown(of(drawn)) ?? '–', compared ? `${compared.ratio.toFixed(2)} ×` : ''];
      }),
    ]);
    const notes = designs.flatMap(({ nodes, gaveUp, notes: said = [] }) => [
      ...(gaveUp === undefined ? [] : [`  ${count(nodes)} nodes: gave up, ${gaveUp}`]),
      ...[...new Set(said)].map((note) => `  ${count(nodes)} nodes: ${note}`),
    ]);
    const heads = designs.flatMap(({ nodes }) => [count(nodes), 'Isobar ÷']);
    return ['', ...aligned([[`${name} ${version}`, ...heads], ...rows]), ...notes];
  });

const idle = (
  /** @type {NonNullable<Result['idle']>} */ { nodes, seconds, frames, timers, scriptMs, taskMs },
  /** @type {Map<string, Goal>} */ left,
) =>
  part(
    `Idle for ${seconds} s, ${count(nodes)} nodes`,
    [''],
    [
      { name: 'frames asked for', cells: [shown(frames)], goals: ['idle: frames'] },
      { name: 'timers that fired', cells: [shown(timers)], goals: ['idle: timers'] },
      { name: 'scripts ran, ms', cells: [shown(scriptMs)], goals: ['idle: scripts, ms'] },
      { name: 'main thread busy, ms', cells: [shown(taskMs)], goals: ['idle: main thread, ms'] },
    ],
    left,
  );

const memory = (
  /** @type {NonNullable<Result['memory']>} */ found,
  /** @type {Map<string, Goal>} */ left,
) =>
  part(
    `Memory, ${count(found.rounds)} rounds of edit, undo and navigation, ${count(found.nodes)} nodes`,
    [''],
    [
      { name: 'heap before, MB', cells: [shown(found.heapBeforeMb)] },
      { name: 'heap after, MB', cells: [shown(found.heapAfterMb)] },
      { name: 'heap grew by, MB', cells: [shown(found.grownMb)], goals: ['memory: heap, MB'] },
      {
        name: 'elements more',
        cells: [shown(found.grownElements)],
        goals: ['memory: elements'],
      },
      {
        name: 'listeners more',
        cells: [shown(found.grownListeners)],
        goals: ['memory: listeners'],
      },
    ],
    left,
  );

/**
 * The whole of it. Goals are at 1,000 nodes, and for 5,000 ÷ 1,000.
 *
 * @param {Result} result
 * @param {{ cores: number, loadBefore: number, loadAfter: number }} machine
 */
export const tableOf = (result, machine) => {
  /** @type {Map<string, Goal>} */
  const left = new Map(result.goals.map((goal) => [goal.name, goal]));
  const versions = [
    ...(result.node === undefined ? [] : [`Node.js ${result.node}`]),
    ...(result.canvas ? [`Chromium ${result.canvas.browser}`] : []),
    `${machine.cores} cores`,
    `load ${machine.loadBefore} before, ${machine.loadAfter} after`,
  ];
  const lines = [
    `Isobar's bench: ${versions.join(', ')}`,
    'Goals are for 1,000 nodes, on 2 cores without a graphics card and with nothing else to do.',
  ];
  if (result.designs) lines.push('', ...core(result.designs, left));
  if (result.canvas) lines.push('', ...canvas(result.canvas, left));
  if (result.idle) lines.push('', ...idle(result.idle, left));
  if (result.memory) lines.push('', ...memory(result.memory, left));
  if (result.peers) {
    lines.push(
      '',
      'The same picture elsewhere. Isobar ÷: of fps more than 1 is better, of ms and MB less than 1.',
      ...peers(result).slice(1),
    );
  }
  const others = [...left.values()];
  if (others.length > 0)
    lines.push(
      '',
      ...part(
        'Other goals',
        [''],
        others.map(({ name, value }) => ({ name, cells: [shown(value)], goals: [name] })),
        left,
      ),
    );
  const missed = result.goals.filter(({ met }) => !met);
  lines.push(
    '',
    `Goals: ${result.goals.length - missed.length} met, ${missed.length} missed${missed.length === 0 ? '' : ` (${missed.map(({ name }) => name).join('; ')})`}`,
  );
  return lines.join('\n');
};
