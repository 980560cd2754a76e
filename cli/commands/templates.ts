import { parseDesign } from '../../shared/model/parse.ts';
import { defineCommand } from '../command.ts';
import { exitCodes } from '../io.ts';
import { oneOf } from '../options.ts';
import { jsonText } from '../output.ts';
import { columns, firstSentence, plain, styleOf } from '../style.ts';

export const templates = defineCommand({
  name: 'templates',
  summary: 'lists the templates',
  takes: 'nothing else',
  words: { min: 0, max: 0 },
  options: { format: oneOf(['text', 'json'], 'text', 'how the list is written') },
  examples: ['isobar templates', 'isobar new serverless-rest-api'],
  run({ options }, io) {
    const all = Object.entries(io.assets.templates).map(([name, text]) => {
      const parsed = parseDesign(text);
      if (!parsed.ok) throw new Error(`The template ${name} cannot be read.`);
      const { design } = parsed.value;
      return { template: name, name: design.name, description: design.description ?? '' };
    });
    if (options.format === 'json') {
      io.stdout(jsonText(all));
      return exitCodes.fine;
    }
    const style = styleOf(io.colors.stdout);
    const rows = all.map(({ template, description }) => [
      style.bold(template),
      plain(firstSentence(description)),
    ]);
    for (const row of columns(rows)) io.stdout(`${row}\n`);
    return exitCodes.fine;
  },
});
