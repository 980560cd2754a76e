import { connections as allConnections, serviceOf } from '../../shared/catalog/catalog.ts';
import type { ConnectionDefinition } from '../../shared/catalog/connection.ts';
import { propertyFacts } from '../../shared/explain/property-facts.ts';
import { defineCommand } from '../command.ts';
import { exitCodes } from '../io.ts';
import { say } from '../load-design.ts';
import { oneOf, textOption } from '../options.ts';
import { jsonText } from '../output.ts';
import { columns, styleOf } from '../style.ts';
import { unknownKind } from '../unknown.ts';

export const connections = defineCommand({
  name: 'connections',
  summary: 'lists the connections between kinds',
  takes: 'nothing else',
  words: { min: 0, max: 0 },
  options: {
    from: textOption('kind', 'only those that start at this kind'),
    to: textOption('kind', 'only those that end at this kind'),
    format: oneOf(['text', 'json'], 'text', 'how the list is written'),
  },
  examples: ['isobar connections --from lambda', 'isobar connections --format json'],
  run({ options }, io) {
    for (const kind of [options.from, options.to])
      if (kind !== undefined && !serviceOf(kind)) {
        say(io, { severity: 'error', ...unknownKind(kind) });
        return exitCodes.wrong;
      }
    const found = allConnections.filter(
      ({ from, to }) =>
        (options.from === undefined || from === options.from) &&
        (options.to === undefined || to === options.to),
    );
    if (options.format === 'json') io.stdout(jsonText(found.map(asData)));
    else {
      const style = styleOf(io.colors.stdout);
      const rows = found.map(({ id, label, from, to, delivery }) => [
        style.bold(id),
        `${titleOf(from)} ${label} ${titleOf(to)}`,
        style.dim(delivery),
      ]);
      for (const row of columns(rows)) io.stdout(`${row}\n`);
    }
    return exitCodes.fine;
  },
});

const titleOf = (kind: string): string => serviceOf(kind)?.title ?? kind;

const asData = (row: ConnectionDefinition): object => ({
  id: row.id,
  from: row.from,
  to: row.to,
  ...(row.variant !== undefined && { variant: row.variant }),
  preferred: row.preferred ?? false,
  label: row.label,
  mechanism: row.mechanism,
  delivery: row.delivery,
  gesture: row.gesture,
  properties: propertyFacts(row.properties),
  statements: row.statements.map(({ side, actions, resources, principal, conditions, when }) => ({
    side,
    actions,
    resources,
    ...(principal !== undefined && { principal }),
    ...(conditions !== undefined && { conditions }),
    ...(when !== undefined && { conditional: true }),
  })),
  environment: row.environment.map(({ name, value }) => ({ name, value })),
  docs: row.docs,
});
