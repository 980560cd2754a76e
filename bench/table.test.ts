import { expect, test } from 'vitest';
import { least, most, type Result, ratiosOf } from './figures.mjs';
import { tableOf } from './table.mjs';

const frames = (fps: number) => ({ fps, longFrames: 0, worstMs: 20 });
const view = (fps: number) => ({ pan: frames(fps), zoom: frames(fps), drag: frames(fps) });
const times = { parse: 8, validate: 38, editP50: 1, editP95: 2.5, sam: 90, cdk: 110 };
const isobar = [
  { nodes: 1000, openMs: 500, heapMb: 30, whole: view(60), near: view(54) },
  { nodes: 5000, openMs: 2000, heapMb: 90, whole: view(48), near: view(60) },
];
const peers = [
  {
    name: 'Other',
    version: '1.2.3',
    designs: [
      {
        nodes: 1000,
        openMs: 250,
        heapMb: 60,
        whole: view(15),
        near: view(60),
        notes: ['it squeaks', 'it squeaks'],
      },
      { nodes: 5000, notes: [], gaveUp: 'opening takes more than 60 s' },
    ],
  },
];
const result: Result = {
  node: 'v20.0.0',
  designs: [
    { nodes: 1000, milliseconds: times },
    { nodes: 5000, milliseconds: { ...times, parse: 56 } },
  ],
  canvas: { browser: '150', coldStartMs: 600, firstScriptKb: 160, designs: isobar },
  peers,
  ratios: ratiosOf(isobar, peers),
  idle: { nodes: 1000, seconds: 10, frames: 0, timers: 3, scriptMs: 0, taskMs: 5 },
  goals: [
    { name: 'validate at 1,000 nodes, ms', value: 38, goal: 50, met: true },
    { name: 'cdk at 1,000 nodes, ms', value: 110, goal: 100, met: false },
    { name: 'parse at 5,000 nodes, times that at 1,000', value: 7, goal: 6, met: false },
    most('cold start, ms', 600, 1500),
    most('open 1,000 nodes, ms', 500, 1000),
    least('pan zoomed in, fps', 54, 55),
    most('idle: timers', 3, 0),
    most('something new', 1, 2),
  ],
};
const table = tableOf(result, { cores: 2, loadBefore: 0.1, loadAfter: 1 });
const line = (start: string): string =>
  table
    .split('\n')
    .find((one) => one.trim().startsWith(start))
    ?.replace(/ {2,}/g, ' ')
    .trim() ?? '';

test('the goal stands beside its figure, with what became of it', () => {
  expect(line('check all of it, ms')).toBe('check all of it, ms 38 38 1 × ≤ 50 met');
  expect(line('export as CDK')).toBe('export as CDK, ms 110 110 1 × ≤ 100 MISSED');
  expect(line('read the file')).toBe('read the file, ms 8 56 7 × ≤ 6 MISSED');
  expect(line('check after one edit, half')).toContain('1 1 1 × –');
  expect(line('cold start')).toBe('cold start, ms 600 ≤ 1500 met');
  expect(line('open, ms')).toBe('open, ms 500 2,000 ≤ 1000 met');
  expect(line('pan zoomed in')).toBe('pan zoomed in, fps 54 60 ≥ 55 MISSED');
  expect(line('timers that fired')).toBe('timers that fired 3 ≤ 0 MISSED');
});

test('a goal that no row knows is shown all the same, and all are counted', () => {
  expect(line('something new')).toBe('something new 1 ≤ 2 met');
  expect(line('Goals:')).toBe(
    'Goals: 4 met, 4 missed (cdk at 1,000 nodes, ms; parse at 5,000 nodes, times that at 1,000; pan zoomed in, fps; idle: timers)',
  );
});

test('a peer is compared where both were measured, and what it could not do is said', () => {
  expect(result.ratios).toContainEqual({
    peer: 'Other',
    nodes: 1000,
    figure: 'pan all in view, fps',
    isobar: 60,
    theirs: 15,
    ratio: 4,
  });
  const theirs = table.slice(table.indexOf('Other 1.2.3')).split('\n');
  const row = (name: string) => theirs.find((one) => one.trim().startsWith(name));
  expect(row('pan all in view')?.split(/ {2,}/)).toEqual([
    '',
    'pan all in view, fps',
    '15',
    '4.00 ×',
    '–',
  ]);
  expect(row('heap, MB')).toContain('0.50 ×');
  expect(theirs.filter((one) => one.includes('it squeaks'))).toHaveLength(1);
  expect(table).toContain('5,000 nodes: gave up, opening takes more than 60 s');
});

test('what was not measured is not in the table', () => {
  const alone = tableOf({ goals: [] }, { cores: 2, loadBefore: 0, loadAfter: 0 });
  expect(alone).not.toMatch(/Core|Window|Idle|elsewhere/);
  expect(alone).toContain('Goals: 0 met, 0 missed');
});
