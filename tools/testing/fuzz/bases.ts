import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readAslText } from '../../../shared/catalog/workflow/asl-text.ts';
import { exportCases } from '../../../shared/exporters/testing/cases/index.ts';
import { isJsonObject, type Json } from '../../../shared/lib/json.ts';
import { mutate, mutation } from '../../../shared/model/testing/mutations.ts';

/*
 * What the inputs are made of: real designs and real definitions.
 */

/** The texts of the templates. */
export const templateTexts = (root: string): readonly string[] =>
  readdirSync(join(root, 'templates'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFileSync(join(root, 'templates', name, 'design.isobar.json'), 'utf8'));

/** Real designs: the templates, and the small designs that use every row of the tables. */
export const designTexts = (root: string): readonly string[] => [
  ...templateTexts(root),
  ...exportCases.map(({ design }) => JSON.stringify(design)),
];

const definitionsIn = (value: Json, found: Json[]): void => {
  if (Array.isArray(value)) for (const item of value) definitionsIn(item, found);
  if (!isJsonObject(value)) return;
  if (isJsonObject(value.States)) found.push(value);
  else for (const item of Object.values(value)) definitionsIn(item, found);
};

/** Definitions of workflows: of designs, and of what was exported. */
export const definitionsOf = (root: string): readonly Json[] => {
  const found: Json[] = [];
  for (const text of designTexts(root)) definitionsIn(JSON.parse(text) as Json, found);
  const golden = join(root, 'shared', 'exporters', 'golden');
  for (const name of readdirSync(golden, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.asl.json.golden'))
      definitionsIn(readAslText(readFileSync(join(golden, name), 'utf8')).value ?? null, found);
  return found;
};

/** A document of one of the texts, tampered with in some places. */
export const tampered = (
  texts: readonly string[],
  most = 3,
): fc.Arbitrary<{ readonly file: Json }> =>
  fc
    .tuple(fc.constantFrom(...texts), fc.array(mutation, { minLength: 1, maxLength: most }))
    .map(([text, mutations]) => {
      const file = JSON.parse(text) as Json;
      for (const one of mutations) mutate(file, one);
      return { file };
    });

/** Still a design, but with settings that may be anything. */
export const tamperedSettings = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat(), mutation), { minLength: 1, maxLength: 5 }),
    )
    .map(([text, mutations]) => {
      const file = JSON.parse(text) as {
        nodes: { properties: Json }[];
        connections: { properties: Json }[];
      };
      const owners = [...file.nodes, ...file.connections];
      for (const [which, one] of mutations) {
        const owner = owners[which % Math.max(1, owners.length)];
        if (owner) mutate(owner.properties, one);
      }
      return JSON.stringify(file);
    });

/** The same as YAML. */
export const asYaml = (value: Json): string => stringify(value);
