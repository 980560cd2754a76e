import { setDesign } from '../../shared/model/edits/index.ts';
import { parseDesign } from '../../shared/model/parse.ts';
import { serialiseDesign } from '../../shared/model/serialise.ts';
import { defineCommand } from '../command.ts';
import { exitCodes } from '../io.ts';
import { say } from '../load-design.ts';
import { textOption } from '../options.ts';
import { unknownTemplate } from '../unknown.ts';

export const newDesign = defineCommand({
  name: 'new',
  summary: 'writes a new design from a template to stdout',
  takes: '<template>',
  words: { min: 1, max: 1 },
  completes: 'templates',
  options: {
    name: textOption('text', 'the name of the design; the one of the template unless said'),
  },
  examples: [
    'isobar new serverless-rest-api > shop.isobar.json',
    'isobar new fan-out-with-dlq --name "Order events"',
  ],
  run({ options, words: [word = ''] }, io) {
    const { templates } = io.assets;
    const text = Object.hasOwn(templates, word) ? templates[word] : undefined;
    if (text === undefined) {
      say(io, { severity: 'error', ...unknownTemplate(word, Object.keys(templates)) });
      return exitCodes.wrong;
    }
    const parsed = parseDesign(text);
    if (!parsed.ok) throw new Error(`The template ${word} cannot be read.`);
    const { design } = parsed.value;
    const { name } = options;
    io.stdout(serialiseDesign(name === undefined ? design : setDesign({ name })(design)));
    return exitCodes.fine;
  },
});
