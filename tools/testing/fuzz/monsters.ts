import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeIo } from '../../../cli/node-io.ts';
import { runCli } from '../../../cli/run.ts';
import { readText } from '../../../electron/host/disk.ts';
import { kindFacts } from '../../../shared/catalog/catalog.ts';
import {
  areDisjoint,
  patternProblems,
  wrapScalars,
} from '../../../shared/catalog/event-pattern.ts';
import { parseSchedule } from '../../../shared/catalog/schedules/schedule.ts';
import { reachableStates, readAsl } from '../../../shared/catalog/workflow/asl.ts';
import { checkAsl } from '../../../shared/catalog/workflow/asl-check.ts';
import { readAslText } from '../../../shared/catalog/workflow/asl-text.ts';
import { heaviestWays, loopsOf } from '../../../shared/catalog/workflow/asl-ways.ts';
import { exportMermaid } from '../../../shared/exporters/picture/mermaid.ts';
import { exportSvg } from '../../../shared/exporters/picture/svg.ts';
import { planDesign } from '../../../shared/exporters/plan/plan.ts';
import { exportMarkdown } from '../../../shared/exporters/report/markdown.ts';
import { exportSam } from '../../../shared/exporters/sam/sam.ts';
import { createGraph } from '../../../shared/graph/incremental-graph.ts';
import type { Json, JsonObject } from '../../../shared/lib/json.ts';
import { parseClipboard, pasteItems } from '../../../shared/model/edits/index.ts';
import { logicalIds } from '../../../shared/model/logical-id.ts';
import { parseDesign } from '../../../shared/model/parse.ts';
import { serialiseDesign } from '../../../shared/model/serialise.ts';
import { catalogFacts } from '../../../shared/rules/catalog.ts';
import { rules } from '../../../shared/rules/index.ts';
import { ruleFailed, validateOnce } from '../../../shared/rules/validator.ts';
import { hold } from './target.ts';

/*
 * Inputs of a size or a depth that no person makes. Each is answered in bounded time and memory, or refused in words.
 */

/** One of them; what it gives is said of it. */
export type Monster = () => string | Promise<string>;

const megabyte = 1024 * 1024;
const head = '"formatVersion":1,"name":"n","region":"eu-west-1"';
const design = (nodes: string, connections = ''): string =>
  `{${head},"nodes":[${nodes}],"connections":[${connections}]}`;
const node = (id: string, more = ''): string =>
  `{"id":"${id}","kind":"lambda","name":"Work","position":{"x":0,"y":0},"properties":{}${more}}`;
const many = (count: number, make: (at: number) => string, between = ','): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(between);

const read = (text: string): string => {
  const parsed = parseDesign(text);
  return parsed.ok ? 'read' : `refused: ${parsed.error[0]?.message.slice(0, 90)}`;
};
const readOrThrow = (text: string) => {
  const parsed = parseDesign(text);
  if (!parsed.ok) throw new Error(parsed.error[0]?.message);
  return parsed.value.design;
};
const asl = (text: string): string => {
  const { value, problems, isTooLong } = readAslText(text);
  return isTooLong
    ? 'refused: too long'
    : value === undefined
      ? `refused: ${problems[0]?.problem.slice(0, 90)}`
      : 'read';
};
const machine = (definition: Json): string => {
  const found = readAsl(definition);
  if (!found) return 'refused';
  const problems = checkAsl(found);
  for (const scope of found.scopes) {
    reachableStates(scope);
    loopsOf(scope);
  }
  heaviestWays(found, () => 1);
  return `read, ${problems.length} problems`;
};
/** All that the window and the command line do with a design. */
const useAll = (text: string): string => {
  const found = readOrThrow(text);
  logicalIds(found);
  createGraph(kindFacts, found);
  const findings = validateOnce(found, rules, catalogFacts, { today: '2026-11-21' });
  const failed = findings.find(({ rule }) => rule === ruleFailed);
  hold(failed === undefined, failed?.message ?? '');
  const svg = exportSvg(found, { theme: 'light', transparent: false, icon: () => undefined });
  exportMermaid(found);
  exportMarkdown(found, { findings });
  const { problems } = exportSam(planDesign(found));
  return `${findings.length} findings, ${problems.length} problems, a picture of ${Math.round(svg.length / 1024)} KB`;
};

/** What a command says of a file of so many bytes, of which most are not even there. */
const commandOn = (bytes: number): string => {
  const folder = mkdtempSync(join(tmpdir(), 'isobar-monster-'));
  try {
    const path = join(folder, 'design.isobar.json');
    writeFileSync(path, '{');
    truncateSync(path, bytes);
    let said = '';
    const io = nodeIo({ version: '1', templates: {}, icons: {} });
    const code = runCli(['validate', path], {
      ...io,
      stdout: (text) => (said += text),
      stderr: (text) => (said += text),
    });
    hold(!said.includes('Isobar itself failed'), said);
    return `ended with ${code}: ${said.replaceAll(path, '').slice(0, 120).trim()}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** By their names. */
export const monsters: Readonly<Record<string, Monster>> = {
  'a design file of 100 MB': () => read(design(node('a', `,"x":"${'y'.repeat(100 * megabyte)}"`))),
  'a file of 100 MB on the command line': () => commandOn(100 * megabyte),
  'a file of 300 MB on the command line': () => commandOn(300 * megabyte),
  'a file of 100 MB opened on the desktop': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'isobar-monster-'));
    try {
      const path = join(folder, 'design.isobar.json');
      writeFileSync(path, '{');
      truncateSync(path, 100 * megabyte);
      const opened = await readText(path);
      return opened.ok ? 'read' : `refused: ${opened.error.message}`;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  '10,000 nodes with 10,000 connections': () =>
    useAll(
      design(
        many(10_000, (at) =>
          node(`n${at}`).replace('"x":0,"y":0', `"x":${(at % 140) * 240},"y":${at}`),
        ),
        many(
          10_000,
          (at) =>
            `{"id":"c${at}","type":"lambda--lambda","from":"n${at}","to":"n${(at * 7 + 1) % 10_000}","properties":{}}`,
        ),
      ),
    ),
  'a design file of 63 MB in one text': () =>
    read(design(node('a', `,"x":"${'y'.repeat(63 * megabyte)}"`))),
  'a design file of six million values': () =>
    read(
      design(
        '',
        many(6_000_000, () => '0'),
      ),
    ),
  'a design file of 63 MB of escapes': () =>
    read(design(node('a', `,"x":"${'\\u0041'.repeat(10 * megabyte)}"`))),
  '200,000 nodes': () => read(design(many(200_000, (at) => node(`n${at}`)))),
  'a hundred thousand brackets in a design': () => read(design('['.repeat(100_000))),
  'a hundred thousand objects in a design': () => read(design('{"a":'.repeat(100_000))),
  'ten million brackets': () => read('['.repeat(10_000_000)),
  'a million keys called __proto__': () =>
    read(`{${head},${many(1_000_000, () => '"__proto__":{}')}}`),
  'a clipboard of 100 MB': () => {
    const parsed = parseClipboard(
      `{"isobarClipboard":1,"nodes":["${'x'.repeat(100 * megabyte)}"]}`,
    );
    return parsed.ok ? 'read' : `refused: ${parsed.error[0]?.message}`;
  },
  '30,000 nodes of one name, pasted': () => {
    const text = `{"isobarClipboard":1,"nodes":[${many(30_000, (at) => node(`work-${at}`))}],"connections":[]}`;
    const parsed = parseClipboard(text);
    if (!parsed.ok) return 'refused';
    const pasted = pasteItems(parsed.value)(
      readOrThrow(design(many(1000, (at) => node(`work-${at}`)))),
    );
    return `${pasted.nodes.length} nodes, ${serialiseDesign(pasted).length > 0}`;
  },
  '50,000 nodes of one name': () =>
    `${logicalIds(readOrThrow(design(many(50_000, (at) => node(`n${at}`))))).size} ids`,
  '500 nodes, each inside the one before': () =>
    useAll(
      design(
        many(500, (at) =>
          node(`n${at}`, at === 0 ? '' : `,"parent":"n${at - 1}"`).replace('lambda', 'group'),
        ),
      ),
    ),
  'nodes as large as numbers are, at the ends of the world': () =>
    useAll(
      design(
        many(6, (at) =>
          node(
            `n${at}`,
            `,"size":{"width":9007199254740991,"height":9007199254740991}${at % 2 ? `,"parent":"n${at - 1}"` : ''}`,
          )
            .replace('lambda', at % 3 ? 'group' : 'vpc')
            .replace(
              '"x":0,"y":0',
              at % 2 ? '"x":-9007199254740991,"y":0' : '"x":9007199254740991,"y":1',
            ),
        ),
        '{"id":"c","type":"lambda--lambda","from":"n1","to":"n4","properties":{}}',
      ),
    ),
  '2,500 nodes with 2,500 connections in one heap': () =>
    useAll(
      design(
        many(2500, (at) => node(`n${at}`)),
        many(
          2500,
          (at) =>
            `{"id":"c${at}","type":"lambda--lambda","from":"n${at}","to":"n${(at * 7 + 1) % 2500}","properties":{}}`,
        ),
      ),
    ),
  'a ring of 20,000 nodes': () =>
    read(design(many(20_000, (at) => node(`n${at}`, `,"parent":"n${(at + 1) % 20_000}"`)))),
  'a name of a million characters': () =>
    useAll(design(`${node('a').replace('Work', 'W'.repeat(1_000_000))},${node('b')}`)),
  'a name of a million words': () =>
    useAll(design(`${node('a').replace('Work', 'w '.repeat(500_000))},${node('b')}`)),
  'a setting of ten million characters': () =>
    useAll(
      design(
        node('a').replace(
          '"properties":{}',
          `"properties":{"environment":{"A":"${'x'.repeat(10_000_000)}"},"runtime":"${'y'.repeat(100_000)}"}`,
        ),
      ),
    ),
  'a setting 480 levels deep': () =>
    useAll(
      design(
        node('a').replace(
          '"properties":{}',
          `"properties":{"environment":${'{"A":'.repeat(480)}1${'}'.repeat(480)},"layers":${'['.repeat(480)}${']'.repeat(480)}}`,
        ),
      ),
    ),
  'a million values 480 levels deep, written again': () => {
    const deep = `${'['.repeat(480)}${many(1_000_000, () => '{}')}${']'.repeat(480)}`;
    const found = readOrThrow(
      design(node('a').replace('"properties":{}', `"properties":{"x":${deep}}`)),
    );
    const text = serialiseDesign(found);
    hold(read(text) === 'read', 'it cannot be read again');
    return `${Math.round(text.length / megabyte)} MB`;
  },
  'a workflow of 100 MB as JSON': () => asl(`{"StartAt":"${'x'.repeat(100 * megabyte)}"}`),
  'a workflow of 100 MB as YAML': () => asl(`StartAt: ${'x '.repeat(50 * megabyte)}`),
  'a workflow of 1 MB of YAML marks': () => asl(`a: [${'1,'.repeat(500_000)}1]`),
  'a hundred thousand brackets as JSON workflow': () => asl(`{"a":${'['.repeat(100_000)}`),
  'a hundred thousand brackets as YAML': () => asl('['.repeat(100_000)),
  'a hundred thousand dashes as YAML': () => asl('- '.repeat(100_000)),
  'a hundred thousand keys in keys as YAML': () => asl('? '.repeat(100_000)),
  'a hundred thousand steps of YAML': () => asl(many(1400, (at) => `${' '.repeat(at)}a:`, '\n')),
  'a billion laughs': () =>
    asl(
      `a0: &a0 lol\n${many(30, (at) => `a${at + 1}: &a${at + 1} [${many(10, () => `*a${at}`)}]`, '\n')}`,
    ),
  'a billion laughs in keys': () =>
    asl(
      `a0: &a0 {b: lol}\n${many(30, (at) => `a${at + 1}: &a${at + 1} {${many(9, (of) => `k${of}: *a${at}`)}}`, '\n')}`,
    ),
  'a workflow of 200,000 choices': () =>
    machine({
      StartAt: 'a',
      States: {
        a: {
          Type: 'Choice',
          Choices: Array.from({ length: 200_000 }, () => ({
            Variable: '$.x',
            IsNull: true,
            Next: 'b',
          })),
        },
        b: { Type: 'Succeed' },
      },
    }),
  'a workflow of 20,000 states in a row': () =>
    machine({
      StartAt: 's0',
      States: Object.fromEntries(
        Array.from({ length: 20_000 }, (_, at): [string, Json] => [
          `s${at}`,
          { Type: 'Pass', Next: `s${at + 1}` },
        ]),
      ),
    }),
  'a workflow of 400 states, each with ways to all': () =>
    machine({
      StartAt: 's0',
      States: Object.fromEntries(
        Array.from({ length: 400 }, (_, at): [string, Json] => [
          `s${at}`,
          {
            Type: 'Choice',
            Choices: Array.from({ length: 400 }, (_none, to) => ({
              Variable: '$.x',
              IsNull: true,
              Next: `s${to}`,
            })),
          },
        ]),
      ),
    }),
  'a cron expression of 10 MB': () =>
    parseSchedule(`cron(${'0 '.repeat(5 * megabyte)})`, 'rule').kind,
  'a cron expression of 10 MB of spaces': () =>
    parseSchedule(`cron(0${' '.repeat(10 * megabyte)}x)`, 'rule').kind,
  'a cron list of 10 MB': () =>
    parseSchedule(`cron(${'1,'.repeat(5 * megabyte)}1 0 ? * MON *)`, 'scheduler').kind,
  'a rate of 10 MB': () => parseSchedule(`rate(${' '.repeat(10 * megabyte)}5)`, 'rule').kind,
  'a pattern with 20,000 values twice': () => {
    const one: JsonObject = { source: Array.from({ length: 20_000 }, (_, at) => `a${at}`) };
    const other: JsonObject = { source: Array.from({ length: 20_000 }, (_, at) => `b${at}`) };
    return `${areDisjoint(one, other)}`;
  },
  'a pattern with 200,000 fields': () => {
    const wide: JsonObject = Object.fromEntries(
      Array.from({ length: 200_000 }, (_, at): [string, Json] => [`f${at}`, at]),
    );
    return `${patternProblems(wide).length} problems, ${Object.keys(wrapScalars(wide)).length} fields`;
  },
};
