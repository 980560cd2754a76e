import { resolve } from 'node:path';
import type { Design } from '../../shared/model/design.ts';
import { serialiseDesign } from '../../shared/model/serialise.ts';
import { catalogFacts } from '../../shared/rules/catalog.ts';
import { rules } from '../../shared/rules/index.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import { counted } from '../../shared/rules/text.ts';
import { createValidator } from '../../shared/rules/validator.ts';
import { defineCommand } from '../command.ts';
import { countsOf } from '../findings/located.ts';
import { exitCodes } from '../io.ts';
import { loadDesign, say } from '../load-design.ts';
import { flag, textOption } from '../options.ts';
import { plain, styleOf } from '../style.ts';
import { unknownRule } from '../unknown.ts';
import { replaceText } from '../write-files.ts';

export const fix = defineCommand({
  name: 'fix',
  summary: 'applies the fixes of the findings',
  takes: '<design>',
  words: { min: 1, max: 1 },
  details: [
    'Of each finding the first fix; one that would bring a new error is left out, and one',
    'that deletes something is applied only with --rule. The design is written back in its',
    'canonical form; one from standard input (-) to stdout. Ends with 1 when errors are left.',
  ],
  options: {
    rule: textOption('id', 'only findings of this rule'),
    'dry-run': flag('says what it would do, and writes nothing'),
  },
  examples: [
    'isobar fix shop.isobar.json --dry-run',
    'isobar fix shop.isobar.json --rule sqs/visibility-timeout',
  ],
  run({ options, words: [word = ''] }, io) {
    const only = options.rule;
    if (only !== undefined && !rules.some(({ meta }) => meta.id === only)) {
      say(io, { severity: 'error', ...unknownRule(only) });
      return exitCodes.wrong;
    }
    const loaded = loadDesign(word, io);
    if (!loaded) return exitCodes.wrong;
    if (loaded.readOnly && !options['dry-run']) {
      const message = 'The file is of a newer Isobar: writing it back could lose something.';
      say(io, { severity: 'error', file: loaded.file, message });
      return exitCodes.wrong;
    }
    const style = styleOf(io.colors.stderr);
    const { design, applied, deleting, left } = applyFixes(loaded.design, only, io.today);
    for (const { rule, title } of applied)
      io.stderr(`${style.green('fixed')} ${rule}: ${plain(title)}\n`);
    for (const { rule, title } of deleting)
      io.stderr(
        `${style.yellow('left out')} ${rule}: ${plain(title)} (it deletes something: say --rule ${rule})\n`,
      );
    const text = serialiseDesign(design);
    if (options['dry-run']) {
      // Nothing is written, so nothing goes to stdout either.
    } else if (loaded.path === undefined) io.stdout(text);
    else if (applied.length > 0) {
      const result = replaceText(resolve(io.cwd, loaded.path), text);
      if (!result.ok) {
        say(io, { severity: 'error', file: loaded.file, message: result.error.message });
        return exitCodes.wrong;
      }
    }
    const { error, warning, info } = countsOf(left);
    const would = options['dry-run'] ? 'would be applied' : 'applied';
    io.stderr(
      `${plain(loaded.file)}: ${counted(applied.length, 'fix', 'fixes')} ${would}; left: ${counted(error, 'error')}, ${counted(warning, 'warning')}, ${info} info\n`,
    );
    return error > 0 ? exitCodes.findings : exitCodes.fine;
  },
});

interface Applied {
  readonly rule: string;
  readonly title: string;
}

/** No design has so many findings; fixes that undo each other would go on for ever. */
const mostFixes = 10_000;

/**
 * Applies fix after fix, each on the design that the one before has left. A fix counts when its finding is gone
 * and no error is new; one that does not is not tried again.
 */
const applyFixes = (
  start: Design,
  only: string | undefined,
  today: string,
): {
  readonly design: Design;
  readonly applied: readonly Applied[];
  /** Fixes that delete something, which nobody has asked for by name. */
  readonly deleting: readonly Applied[];
  readonly left: readonly Finding[];
} => {
  const validator = createValidator(rules, catalogFacts, { today });
  const applied: Applied[] = [];
  const deleting: Applied[] = [];
  const given = new Set<string>();
  let design = start;
  let findings = validator.validate(design);
  while (applied.length < mostFixes) {
    const next = findings.find(
      (finding) =>
        !finding.suppressed &&
        finding.fixes.length > 0 &&
        (only === undefined || finding.rule === only) &&
        !given.has(keyOf(finding)),
    );
    if (!next) break;
    given.add(keyOf(next));
    const [first] = next.fixes;
    const changed = first?.edit(design) ?? design;
    if (!first || changed === design) continue;
    if (only === undefined && loses(design, changed)) {
      deleting.push({ rule: next.rule, title: first.title });
      continue;
    }
    const after = validator.validate(changed);
    if (!isBetter(findings, after, next)) continue;
    design = changed;
    findings = after;
    applied.push({ rule: next.rule, title: first.title });
  }
  return { design, applied, deleting, left: findings };
};

/** True when there are fewer nodes or connections afterwards; one that was replaced is no loss. */
const loses = (before: Design, after: Design): boolean =>
  after.nodes.length < before.nodes.length || after.connections.length < before.connections.length;

const isBetter = (
  before: readonly Finding[],
  after: readonly Finding[],
  mended: Finding,
): boolean => {
  const old = new Set(before.map(keyOf));
  const isGone = !after.some((finding) => keyOf(finding) === keyOf(mended));
  return (
    isGone && !after.some((finding) => finding.severity === 'error' && !old.has(keyOf(finding)))
  );
};

/** The same finding before and after an edit. */
const keyOf = ({ rule, messageKey, at, property, data }: Finding): string =>
  JSON.stringify([rule, messageKey, at, property, data]);
