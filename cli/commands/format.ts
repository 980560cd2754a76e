import { resolve } from 'node:path';
import { serialiseDesign } from '../../shared/model/serialise.ts';
import { defineCommand } from '../command.ts';
import { exitCodes } from '../io.ts';
import { loadDesign, say } from '../load-design.ts';
import { flag } from '../options.ts';
import { plain } from '../style.ts';
import { replaceText } from '../write-files.ts';

export const format = defineCommand({
  name: 'format',
  summary: 'writes designs in their canonical form',
  takes: '<design>…',
  words: { min: 1, max: Number.POSITIVE_INFINITY },
  completes: 'designs',
  findings: 'with --check, a design is not in its canonical form',
  details: [
    'In place; a design from standard input (-) goes to stdout. Older formats are brought',
    'up to date. With --check nothing is written, and it ends with 1 when one differs.',
  ],
  options: { check: flag('only says which designs are not in canonical form') },
  examples: ['isobar format shop.isobar.json', 'isobar format designs/*.isobar.json --check'],
  run({ options, words }, io) {
    let isWrong = false;
    let differs = false;
    for (const word of words) {
      const loaded = loadDesign(word, io);
      if (!loaded) {
        isWrong = true;
        continue;
      }
      const { file, path, readOnly, design } = loaded;
      const text = serialiseDesign(design);
      const isCanonical = text === loaded.text;
      if (options.check) {
        if (!isCanonical) io.stdout(`${plain(file)}\n`);
        differs ||= !isCanonical;
      } else if (path === undefined) io.stdout(text);
      else if (!isCanonical) {
        const message = readOnly
          ? 'The file is of a newer Isobar: writing it back could lose something.'
          : problemOf(replaceText(resolve(io.cwd, path), loaded.text, text));
        if (message !== undefined) {
          say(io, { severity: 'error', file, message });
          isWrong = true;
        } else io.stderr(`${plain(file)}: formatted\n`);
      }
    }
    return isWrong ? exitCodes.wrong : differs ? exitCodes.findings : exitCodes.fine;
  },
});

const problemOf = (result: ReturnType<typeof replaceText>): string | undefined =>
  result.ok ? undefined : result.error.message;
