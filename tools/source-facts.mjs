/** Reads a source text with a real parser: what it imports, and what it does that the core must not. */
import { parseSync, Visitor } from 'vite';

/**
 * @typedef {{ specifier: string | undefined, line: number }} Import `undefined`: worked out at run time.
 * @typedef {{ what: string, line: number }} Spot
 * @typedef {{ imports: Import[], impure: Spot[], ambient: Spot[], syntax: Spot[] }} Facts
 */

/** A text that is known before the program runs, or undefined. */
const literalText = (/** @type {any} */ node) => {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0].value.cooked;
  return undefined;
};

/** The dotted name of `a.b` or `a['b']`, or undefined. */
const memberName = (/** @type {any} */ node) => {
  if (node.object?.type !== 'Identifier') return undefined;
  const property = node.computed ? literalText(node.property) : node.property.name;
  return property === undefined ? undefined : `${node.object.name}.${property}`;
};

/**
 * What a source text imports (values and types, static and dynamic), and what it does that the core
 * must not do.
 * @param {string} file
 * @param {string} text
 * @returns {Facts}
 */
export const readFacts = (file, text) => {
  /** @type {Facts} */
  const facts = { imports: [], impure: [], ambient: [], syntax: [] };
  const lineAt = (/** @type {number} */ offset) => text.slice(0, offset).split('\n').length;
  const parsed = parseSync(file, text);
  for (const error of parsed.errors)
    facts.syntax.push({ what: error.message, line: lineAt(error.labels[0]?.start ?? 0) });
  if (facts.syntax.length > 0) return facts;

  const addImport = (/** @type {any} */ source, /** @type {any} */ node) =>
    facts.imports.push({ specifier: literalText(source), line: lineAt(node.start) });
  const addImpure = (/** @type {string} */ what, /** @type {any} */ node) =>
    facts.impure.push({ what, line: lineAt(node.start) });
  const fromSource = (/** @type {any} */ node) => {
    if (node.source) addImport(node.source, node);
  };
  new Visitor({
    ImportDeclaration: fromSource,
    ExportAllDeclaration: fromSource,
    ExportNamedDeclaration: fromSource,
    ImportExpression: fromSource,
    TSImportType: fromSource,
    TSExternalModuleReference: (node) => addImport(node.expression, node),
    CallExpression: (/** @type {any} */ node) => {
      const { callee } = node;
      if (callee.type === 'Identifier' && callee.name === 'require')
        addImport(node.arguments[0], node);
      if (callee.type === 'MemberExpression' && callee.object.type === 'MetaProperty') {
        // Vite's import.meta.glob reads files that no one named.
        if (String(callee.property.name).startsWith('glob')) addImport(undefined, node);
      }
      if (callee.type === 'Identifier' && callee.name === 'Date') addImpure('new Date()', node);
    },
    MemberExpression: (/** @type {any} */ node) => {
      const name = memberName(node);
      if (name === 'Date.now' || name === 'Math.random') addImpure(name, node);
    },
    NewExpression: (/** @type {any} */ node) => {
      if (node.callee.name === 'Date' && node.arguments.length === 0) addImpure('new Date()', node);
    },
  }).visit(parsed.program);
  for (const comment of parsed.comments) {
    const reference = /^\/\s*<reference\s+(?:types|path|lib)=["']([^"']+)/.exec(comment.value);
    if (reference?.[1]) facts.ambient.push({ what: reference[1], line: lineAt(comment.start) });
  }
  return facts;
};
