import { isJsonObject, type JsonObject } from '../lib/json.ts';
import { readJson } from '../lib/json-text.ts';
import { describeValue, type Problem } from '../lib/problem.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { currentFormatVersion, type Design } from './design.ts';
import { migrate } from './migrations/index.ts';
import { atPaths, checkDesign, type PlacedProblem } from './parse-check.ts';

export type { Problem } from '../lib/problem.ts';

/** A design that was read, and what its reader should know. */
export type ParsedDesign = {
  readonly design: Design;
  /** True for a file of a newer program: it may be looked at, but saving it could lose something. */
  readonly readOnly: boolean;
  readonly notes: readonly Problem[];
};

/**
 * Reads a design file. Never throws, whatever the text, and gathers all the problems it can. Unknown
 * fields, kinds and connection types are kept; two equal ids and a parent that is missing are left to
 * the rules, which can show them on the canvas.
 */
export const parseDesign = (text: string): Result<ParsedDesign, readonly Problem[]> => {
  const read = readJson(text);
  if (!read.ok) return fail(read.error);
  const { value, notes } = read.value;
  if (!isJsonObject(value)) {
    const message = `A design file holds one object, but this one holds ${describeValue(value)}.`;
    return fail([
      { code: 'not-a-design', at: '', message, hint: 'It starts with { and ends with }.' },
    ]);
  }
  const version = versionOf(value);
  if (!version.ok) return fail([...atPaths(text, [version.error]), ...notes]);
  const from = version.value;
  const newer = from > currentFormatVersion;
  const migrated = migrateSafely(value, from);
  if (migrated === undefined) {
    const message = `The file has the old format ${from} and could not be brought up to date.`;
    return fail([
      { code: 'migration-failed', at: '', message, hint: 'Please report this, with the file.' },
    ]);
  }
  const found = checkDesign(migrated, newer);
  if (found.length > 0) {
    return fail([...(newer ? [tooNew(from)] : []), ...atPaths(text, found), ...notes]);
  }
  return ok({
    // The value as it was read, not zod's copy of it: the copy lacks keys such as `__proto__`.
    design: migrated as unknown as Design,
    readOnly: newer,
    notes: [
      ...(newer ? [openedReadOnly(from)] : []),
      ...(from < currentFormatVersion ? [broughtUp(from)] : []),
      ...notes,
    ],
  });
};

const versionOf = (file: JsonObject): Result<number, PlacedProblem> => {
  const version = Object.hasOwn(file, 'formatVersion') ? file.formatVersion : undefined;
  if (typeof version === 'number' && Number.isSafeInteger(version) && version >= 0)
    return ok(version);
  const template = ['AWSTemplateFormatVersion', 'Transform', 'Resources'].some((key) =>
    Object.hasOwn(file, key),
  );
  if (version === undefined && template) {
    const message = 'This is a CloudFormation or SAM template, not an Isobar design.';
    return fail({
      path: [],
      problem: { code: 'not-a-design', message, hint: 'Import it instead of opening it.' },
    });
  }
  const hint = `Files of this version say "formatVersion": ${currentFormatVersion}.`;
  if (version === undefined) {
    const message = 'formatVersion is missing: is this an Isobar design?';
    return fail({ path: ['formatVersion'], problem: { code: 'format-version', message, hint } });
  }
  const got = describeValue(version);
  const message = `formatVersion must be a whole number, but it is ${got}.`;
  return fail({ path: ['formatVersion'], problem: { code: 'format-version', message, got, hint } });
};

const migrateSafely = (file: JsonObject, from: number): JsonObject | undefined => {
  try {
    return migrate(file, from);
  } catch {
    return undefined;
  }
};

const knows = `this one knows format ${currentFormatVersion}`;

const tooNew = (version: number): Problem => ({
  code: 'newer-format',
  at: 'formatVersion',
  message: `The file was made by a newer Isobar (format ${version}; ${knows}) and cannot be read.`,
  got: String(version),
  hint: 'Update Isobar.',
});

const openedReadOnly = (version: number): Problem => ({
  code: 'newer-format',
  at: 'formatVersion',
  message: `The file was made by a newer Isobar (format ${version}; ${knows}). It is open read-only, so that nothing is lost.`,
  got: String(version),
  hint: 'Update Isobar to change it.',
});

const broughtUp = (version: number): Problem => ({
  code: 'older-format',
  at: 'formatVersion',
  message: `The file had the older format ${version}; saving it writes format ${currentFormatVersion}.`,
  got: String(version),
});
