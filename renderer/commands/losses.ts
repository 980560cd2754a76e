import type { DeleteConsequences } from '../../shared/model/edits/index.ts';

const counted = (number: number, one: string, many: string): readonly string[] =>
  number === 0 ? [] : [number === 1 ? one : `${number} ${many}`];

/** What goes besides what was asked for, in words: `2 connections and a reference in a setting`; empty for nothing. */
export const lossesOf = (consequences: DeleteConsequences): string => {
  const parts = [
    ...counted(consequences.nodes.length, 'a node', 'nodes'),
    ...counted(consequences.connections.length, 'a connection', 'connections'),
    ...counted(
      consequences.properties.length,
      'a reference in a setting',
      'references in settings',
    ),
    ...counted(
      consequences.suppressions.length,
      'a written reason for a finding',
      'written reasons for findings',
    ),
  ];
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
};
