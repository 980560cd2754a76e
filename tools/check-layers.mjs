/**
 * Holds every source file to the layer table in `layers.mjs`, and says how to mend what it finds.
 * Run: node tools/check-layers.mjs [folder]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { layers } from './layers.mjs';
import { readFacts } from './source-facts.mjs';

/**
 * @typedef {import('./layers.mjs').Layer} Layer
 * @typedef {'layer' | 'package' | 'no-layer' | 'cycle' | 'test' | 'missing' | 'computed' | 'impure'
 *   | 'ambient' | 'syntax'} OffenceKind
 * @typedef {{ kind: OffenceKind, file: string, line: number, message: string }} Offence
 */

const sourceEnding = /\.[cm]?[jt]sx?$/;
/** What is made, not written. `golden/` is what the exporters wrote. */
const isSkipped = (/** @type {string} */ path) =>
  /(^|\/)(\.[^/]*|node_modules|golden)$/.test(path) || /^(dist|out|coverage)$/.test(path);

/** A test, or something made for tests: it may import anything, and no source file may import it. */
const isTest = (/** @type {string} */ file) =>
  /\.(test|spec|bench)\.[cm]?[jt]sx?$/.test(file) || /(^|\/)(testing|golden)\//.test(file);

const mends = new Map([
  ['Date.now', 'take the time as an argument (`now`)'],
  ['Math.random', 'take ids and chance as an argument (`makeId`, a seed)'],
  ['new Date()', 'take the time as an argument (`now`); `new Date(value)` is fine'],
]);

/** The path of every written file below `root`: relative, with `/`, sorted. */
export const listFiles = (/** @type {string} */ root) => {
  /** @type {string[]} */
  const found = [];
  const walk = (/** @type {string} */ folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (isSkipped(path)) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  walk('');
  return found.sort();
};

const isWithin = (/** @type {string} */ file, /** @type {string} */ folder) =>
  folder === '.' ? !file.includes('/') : file.startsWith(`${folder}/`);

/**
 * @param {string} file
 * @param {readonly Layer[]} table
 */
const layerOf = (file, table) =>
  table
    .filter((layer) => isWithin(file, layer.folder))
    .sort((a, b) => b.folder.length - a.folder.length)[0];

/** `@scope/name/deep/path` is of the package `@scope/name`. */
const packageOf = (/** @type {string} */ specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const anyOf = (/** @type {readonly string[]} */ names) =>
  names.length === 0 ? 'nothing' : names.join(', ');

/**
 * @param {string} specifier
 * @param {Layer} layer
 */
const mayUsePackage = (specifier, layer) =>
  layer.packages.includes('*') ||
  layer.packages.includes(/^(node|virtual):/.exec(specifier)?.[0] ?? packageOf(specifier));

/** The part of a layer whose folders do not know one another: `canvas` of `panels/canvas/x.ts`. */
const folderBelow = (/** @type {string} */ file, /** @type {Layer} */ layer) => {
  const rest = file.slice(layer.folder.length + 1);
  return rest.includes('/') ? rest.slice(0, rest.indexOf('/')) : undefined;
};

/**
 * Why `from` may not import the project file `to`, or undefined when it may.
 * @param {string} from
 * @param {string} to
 * @param {readonly Layer[]} table
 * @returns {{ kind: OffenceKind, message: string } | undefined}
 */
const whyNot = (from, to, table) => {
  if (isTest(to))
    return {
      kind: 'test',
      message: `imports the test file ${to}. Move what both need into a source file and let the test import that.`,
    };
  const layer = layerOf(from, table);
  if (layer === undefined) return undefined; // said once, for the file itself
  if (layerOf(to, table) === layer) {
    const [mine, theirs] = [folderBelow(from, layer), folderBelow(to, layer)];
    if (!layer.foldersApart || theirs === undefined || mine === theirs) return undefined;
    return {
      kind: 'layer',
      message: `imports ${to}, but the folders of ${layer.folder} do not know one another. Move what both need into a layer below: ${anyOf(layer.may)}.`,
    };
  }
  if (layer.may.some((folder) => isWithin(to, folder))) return undefined;
  return {
    kind: 'layer',
    message: `imports ${to}, but ${layer.folder} may import: ${anyOf(layer.may)}. Move what both need into a layer that both may import, or pass it in as an argument from the caller.`,
  };
};

/**
 * Every group of files that import one another in a circle, each as one path around it.
 * @param {ReadonlyMap<string, readonly string[]>} edges
 */
export const findCycles = (edges) => {
  /** @type {string[][]} */
  const cycles = [];
  /** @type {Map<string, 'open' | 'done'>} */
  const state = new Map();
  /** @type {string[]} */
  const path = [];
  const visit = (/** @type {string} */ file) => {
    state.set(file, 'open');
    path.push(file);
    for (const next of edges.get(file) ?? []) {
      const seen = state.get(next);
      if (seen === 'open') cycles.push([...path.slice(path.indexOf(next)), next]);
      else if (seen === undefined) visit(next);
    }
    path.pop();
    state.set(file, 'done');
  };
  for (const file of edges.keys()) if (!state.has(file)) visit(file);
  return cycles;
};

/**
 * All offences of a set of files against a layer table.
 * @param {{ files: readonly string[], read: (file: string) => string, table?: readonly Layer[] }} project
 * @returns {Offence[]}
 */
export const checkLayers = ({ files, read, table = layers }) => {
  /** @type {Offence[]} */
  const offences = [];
  const known = new Set(files);
  /** @type {Map<string, string[]>} */
  const edges = new Map();

  for (const file of files.filter((name) => sourceEnding.test(name))) {
    const test = isTest(file);
    const layer = layerOf(file, table);
    const add = (
      /** @type {OffenceKind} */ kind,
      /** @type {number} */ line,
      /** @type {string} */ message,
    ) => offences.push({ kind, file, line, message });

    if (layer === undefined)
      add(
        'no-layer',
        1,
        'belongs to no layer. Move it into a folder of the table in tools/layers.mjs, or add a row for its folder there.',
      );
    const facts = readFacts(file, read(file));
    for (const { what, line } of facts.syntax) add('syntax', line, `cannot be read: ${what}`);
    if (!test && layer?.pure) {
      for (const { what, line } of facts.impure)
        add('impure', line, `uses ${what}: ${mends.get(what)}.`);
      for (const { what, line } of facts.ambient)
        add(
          'ambient',
          line,
          `brings in the types of "${what}". ${layer.folder} runs anywhere: remove the reference.`,
        );
    }

    /** @type {string[]} */
    const targets = [];
    edges.set(file, targets);
    for (const { specifier, line } of facts.imports) {
      if (specifier === undefined) {
        if (!test && layer && !layer.loose)
          add(
            'computed',
            line,
            'imports something that is worked out at run time, so nobody can check it. Write the path as a plain text, or keep a list by hand.',
          );
        continue;
      }
      if (specifier.startsWith('.') || specifier.startsWith('/')) {
        const path = specifier.replace(/[?#].*$/, '');
        const target = posix.normalize(posix.join(posix.dirname(file), path));
        if (!known.has(target)) {
          // What the build makes is not there to look at; only what is never shipped may need it.
          if (!(test || layer?.loose))
            add(
              'missing',
              line,
              `imports ${specifier}, which is not there. Write the whole path with its ending, such as './ids.ts'.`,
            );
          continue;
        }
        targets.push(target);
        if (test) continue;
        const why = whyNot(file, target, table);
        if (why) add(why.kind, line, why.message);
      } else if (!test && layer && !mayUsePackage(specifier, layer)) {
        add(
          'package',
          line,
          `imports the package ${specifier}, but ${layer.folder} may use: ${anyOf(layer.packages)}. Keep the package in a layer that may use it and pass the result in, or, after thought, add it to tools/layers.mjs.`,
        );
      }
    }
  }

  for (const cycle of findCycles(edges))
    offences.push({
      kind: 'cycle',
      file: cycle[0] ?? '',
      line: 1,
      message: `imports itself in a circle: ${cycle.join(' -> ')}. Move what both ends need into a third file that imports neither.`,
    });
  return offences;
};

const isMain = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  const root = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..'));
  const files = listFiles(root);
  const offences = checkLayers({ files, read: (file) => readFileSync(join(root, file), 'utf8') });
  for (const { file, line, message } of offences) console.error(`${file}:${line} ${message}`);
  const sources = files.filter((file) => sourceEnding.test(file)).length;
  console.log(`layers: ${sources} source files, ${offences.length} offences`);
  process.exitCode = offences.length === 0 ? 0 : 1;
}
