import { rules as allRules } from '../../shared/rules/index.ts';
import type { Rule } from '../../shared/rules/rule.ts';
import { defineCommand } from '../command.ts';
import { exitCodes } from '../io.ts';
import { oneOf } from '../options.ts';
import { jsonText } from '../output.ts';
import { columns, firstSentence, styleOf } from '../style.ts';

export const rules = defineCommand({
  name: 'rules',
  summary: 'lists the rules',
  takes: 'nothing else',
  words: { min: 0, max: 0 },
  options: { format: oneOf(['text', 'json'], 'text', 'how the list is written') },
  examples: ['isobar rules', 'isobar explain sqs/visibility-timeout'],
  run({ options }, io) {
    if (options.format === 'json') {
      io.stdout(jsonText(allRules.map(asData)));
      return exitCodes.fine;
    }
    const style = styleOf(io.colors.stdout);
    const colors = { error: style.red, warning: style.yellow, info: style.blue };
    const rows = allRules.map(({ meta }) => [
      style.bold(meta.id),
      colors[meta.severity](meta.severity),
      firstSentence(meta.explain),
    ]);
    for (const row of columns(rows)) io.stdout(`${row}\n`);
    return exitCodes.fine;
  },
});

const asData = ({ meta, examples }: Rule): object => ({
  id: meta.id,
  severity: meta.severity,
  messages: Object.fromEntries(
    Object.entries(meta.messages).map(([key, template]) => [
      key,
      typeof template === 'string' ? { text: template, severity: meta.severity } : template,
    ]),
  ),
  explain: meta.explain,
  docs: meta.docs,
  overlaps: meta.overlaps ?? [],
  examples: {
    good: examples.good.map(({ title }) => title),
    bad: examples.bad.map(({ title }) => title),
  },
});
