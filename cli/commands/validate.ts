import { defineCommand } from '../command.ts';
import { jsonReport } from '../findings/json-report.ts';
import { findingsOf, type LocatedFinding, locate, reaches } from '../findings/located.ts';
import { sarifReport } from '../findings/sarif.ts';
import { textReport } from '../findings/text-report.ts';
import { exitCodes } from '../io.ts';
import { type LoadedDesign, loadDesign } from '../load-design.ts';
import { maybeOneOf, oneOf } from '../options.ts';
import { jsonText } from '../output.ts';
import { styleOf } from '../style.ts';

interface Checked {
  readonly loaded: LoadedDesign;
  readonly findings: readonly LocatedFinding[];
}

export const validate = defineCommand({
  name: 'validate',
  summary: 'finds what is wrong or risky in designs',
  takes: '<design>…',
  words: { min: 1, max: Number.POSITIVE_INFINITY },
  completes: 'designs',
  findings: 'there are findings at or above the level of --fail-on',
  details: [
    'Ends with 1 when there are findings at or above the level of --fail-on.',
    'Findings that the design sets aside do not count; json and sarif list them.',
  ],
  options: {
    format: oneOf(['text', 'json', 'sarif'], 'text', 'how the findings are written'),
    'fail-on': oneOf(['error', 'warning', 'info'], 'error', 'the least severity that fails'),
    to: maybeOneOf(['sam', 'cdk'], 'says as well what holds for this export alone'),
  },
  examples: [
    'isobar validate shop.isobar.json',
    'isobar validate designs/*.isobar.json --fail-on warning',
    'isobar validate shop.isobar.json --to sam',
    'isobar validate shop.isobar.json --format sarif > isobar.sarif',
  ],
  run({ options, words }, io) {
    const checked: Checked[] = [];
    for (const word of words) {
      const loaded = loadDesign(word, io);
      if (loaded)
        checked.push({ loaded, findings: locate(loaded, findingsOf(loaded, io, options.to)) });
    }
    switch (options.format) {
      case 'text':
        for (const { loaded, findings } of checked)
          io.stdout(textReport(loaded, findings, styleOf(io.colors.stdout)));
        break;
      case 'json':
        io.stdout(
          jsonText({
            designs: checked.map(({ loaded, findings }) => jsonReport(loaded, findings)),
          }),
        );
        break;
      case 'sarif':
        io.stdout(jsonText(sarifReport(io.assets.version, checked)));
        break;
    }
    if (checked.length < words.length) return exitCodes.wrong;
    return checked.some(({ findings }) =>
      reaches(
        findings.map(({ finding }) => finding),
        options['fail-on'],
      ),
    )
      ? exitCodes.findings
      : exitCodes.fine;
  },
});
