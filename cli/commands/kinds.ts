import { categories } from '../../shared/catalog/appearance.ts';
import { services } from '../../shared/catalog/catalog.ts';
import type { ServiceDefinition } from '../../shared/catalog/service.ts';
import { propertyFacts } from '../../shared/explain/property-facts.ts';
import { defineCommand } from '../command.ts';
import { exitCodes } from '../io.ts';
import { oneOf } from '../options.ts';
import { jsonText } from '../output.ts';
import { columns, styleOf } from '../style.ts';

export const kinds = defineCommand({
  name: 'kinds',
  summary: 'lists the kinds of nodes',
  takes: 'nothing else',
  words: { min: 0, max: 0 },
  options: { format: oneOf(['text', 'json'], 'text', 'how the list is written') },
  examples: ['isobar kinds', 'isobar kinds --format json', 'isobar explain sqs-queue'],
  run({ options }, io) {
    const all: readonly ServiceDefinition[] = services;
    if (options.format === 'json') {
      io.stdout(jsonText(all.map(asData)));
      return exitCodes.fine;
    }
    const style = styleOf(io.colors.stdout);
    const rows = columns(
      all.map(({ kind, title }) => [kind, title]),
      '  ',
    );
    const lines: string[] = [];
    for (const { title, kinds: held } of byCategory(all)) {
      if (lines.length > 0) lines.push('');
      lines.push(style.bold(title));
      for (const service of held) lines.push(rows[all.indexOf(service)] ?? '');
    }
    io.stdout(`${lines.join('\n')}\n`);
    return exitCodes.fine;
  },
});

const byCategory = (all: readonly ServiceDefinition[]) =>
  Object.entries(categories)
    .map(([category, { title }]) => ({
      title,
      kinds: all.filter((service) => service.category === category),
    }))
    .filter(({ kinds: held }) => held.length > 0);

const asData = (service: ServiceDefinition): object => ({
  kind: service.kind,
  title: service.title,
  category: service.category,
  cloudFormation: service.cloudFormation,
  placement: service.placement,
  explain: service.explain,
  ...(service.cost !== undefined && { cost: service.cost }),
  limits: service.limits ?? [],
  docs: service.docs,
  properties: propertyFacts(service.properties),
});
