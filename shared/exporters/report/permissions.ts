import { principalText, reasonText } from '../../catalog/permission-text.ts';
import { permissionsOf } from '../../catalog/permissions.ts';
import type { Graph } from '../../graph/graph.ts';
import { inlineText } from '../../lib/markdown.ts';
import { sortedBy } from '../../lib/order.ts';
import { table } from './table.ts';

/** Who may do what to which resource, and because of which connection. */
export const permissionSection = (graph: Graph): readonly string[] => {
  const permissions = sortedBy(permissionsOf(graph), (permission) =>
    principalText(graph, permission),
  );
  if (permissions.length === 0) return [];
  const rows = permissions.map((permission) => {
    const plain = permission.emitted ? (text: string) => text : (text: string) => `*${text}*`;
    return [
      plain(inlineText(principalText(graph, permission))),
      permission.actions.map((action) => `\`${codeText(action)}\``).join('<br>'),
      permission.resources.map((resource) => plain(inlineText(resource))).join('<br>'),
      plain(inlineText(reasonText(graph, permission))),
    ];
  });
  const isMissing = permissions.some(({ emitted }) => !emitted);
  return [
    '## Permissions',
    '',
    ...(isMissing ? ['What is in italics is not written by the exports.', ''] : []),
    ...table(['Who', 'May', 'On', 'Because of'], rows),
  ];
};

/** Actions come from the catalog; all the same nothing in them ends the code span. */
const codeText = (action: string): string => action.replaceAll(/[`|\s]/g, '');
