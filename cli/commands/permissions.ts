import { kindFacts } from '../../shared/catalog/catalog.ts';
import { principalText, reasonText } from '../../shared/catalog/permission-text.ts';
import { type Permission, permissionsOf } from '../../shared/catalog/permissions.ts';
import type { Graph } from '../../shared/graph/graph.ts';
import { createGraph } from '../../shared/graph/incremental-graph.ts';
import { defineCommand } from '../command.ts';
import { exitCodes } from '../io.ts';
import { loadDesign } from '../load-design.ts';
import { oneOf } from '../options.ts';
import { jsonText } from '../output.ts';
import { plain, type Style, styleOf } from '../style.ts';

export const permissions = defineCommand({
  name: 'permissions',
  summary: 'who may do what to which resource, and because of which connection',
  takes: '<design>',
  words: { min: 1, max: 1 },
  completes: 'designs',
  options: { format: oneOf(['text', 'json'], 'text', 'how the list is written') },
  examples: ['isobar permissions shop.isobar.json', 'isobar permissions - --format json'],
  run({ options, words: [word = ''] }, io) {
    const loaded = loadDesign(word, io);
    if (!loaded) return exitCodes.wrong;
    const graph = createGraph(kindFacts, loaded.design);
    const found = permissionsOf(graph);
    if (options.format === 'json') {
      io.stdout(jsonText(found));
      return exitCodes.fine;
    }
    const style = styleOf(io.colors.stdout);
    const groups = new Map<string, Permission[]>();
    for (const permission of found) {
      const who = plain(principalText(graph, permission));
      const known = groups.get(who);
      if (known) known.push(permission);
      else groups.set(who, [permission]);
    }
    const blocks = [...groups].map(([who, held]) =>
      [style.bold(who), ...held.flatMap((permission) => linesOf(graph, permission, style))].join(
        '\n',
      ),
    );
    if (blocks.length === 0) io.stderr(`${plain(loaded.file)}: no connection needs permissions\n`);
    else io.stdout(`${blocks.join('\n\n')}\n`);
    return exitCodes.fine;
  },
});

const linesOf = (graph: Graph, permission: Permission, style: Style): readonly string[] => {
  const { actions, resources, emitted } = permission;
  return [
    `  may ${actions.join(', ')}`,
    `  on  ${resources.map(plain).join(', ')}`,
    style.dim(
      `      because of ${plain(reasonText(graph, permission))}${emitted ? '' : '; not written by the exports'}`,
    ),
  ];
};
