import { resolve } from 'node:path';
import { serialiseDesign } from '../../shared/model/serialise.ts';
import { applyFixes } from '../../shared/rules/apply-fixes.ts';
import { catalogFacts } from '../../shared/rules/catalog.ts';
import { rules } from '../../shared/rules/index.ts';
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
  completes: 'designs',
  findings: 'errors are left',
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
    const validator = createValidator(rules, catalogFacts, { today: io.today });
    // Who names a rule has asked for what it deletes.
    const { design, applied, deleting, left } = applyFixes(validator, loaded.design, {
      only,
      mayDelete: only !== undefined,
    });
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
      const result = replaceText(resolve(io.cwd, loaded.path), loaded.text, text);
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
