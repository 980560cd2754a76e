import type { ServiceDefinition } from '../../../shared/catalog/service.ts';
import { findableService } from '../../../shared/catalog/service-search.ts';
import { type Findable, matchDistance } from '../../../shared/lib/match.ts';
import type { Node } from '../../../shared/model/design.ts';
import type { Command } from '../../commands/command.ts';
import { menuTitles } from '../../commands/menus.ts';

/*
 * What the command palette finds: commands, nodes of the design, services to add, templates. The order of the
 * groups follows what was typed: the group with the closest match stands first.
 */

/** A template, as far as finding it goes. */
export interface TemplateName {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export type PaletteEntry =
  | { readonly kind: 'command'; readonly id: string; readonly command: Command }
  | { readonly kind: 'node'; readonly id: string; readonly node: Node }
  | { readonly kind: 'service'; readonly id: string; readonly service: ServiceDefinition }
  | { readonly kind: 'template'; readonly id: string; readonly template: TemplateName };

export interface PaletteSources {
  /** Those that make sense now. */
  readonly commands: readonly Command[];
  /** Ids of commands that were run lately, newest first. */
  readonly recent: readonly string[];
  readonly nodes: readonly Node[];
  readonly services: readonly ServiceDefinition[];
  readonly templates: readonly TemplateName[];
  /** What a node's kind is called. */
  readonly titleOf: (kind: string) => string;
}

export interface PaletteGroup {
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

/** More of one group would only push the others out of sight. */
const mostOfGroup = 12;

interface Candidate {
  readonly entry: PaletteEntry;
  readonly findable: Findable;
}

const candidatesOf = (
  sources: PaletteSources,
): readonly { readonly title: string; readonly candidates: readonly Candidate[] }[] => [
  {
    title: 'Commands',
    candidates: sources.commands.map((command) => ({
      entry: { kind: 'command', id: `command-${command.id}`, command },
      findable: {
        title: command.title,
        words: `${menuTitles[command.group]} ${command.words ?? ''}`,
      },
    })),
  },
  {
    title: 'In this design',
    candidates: sources.nodes.map((node) => ({
      entry: { kind: 'node', id: `node-${node.id}`, node },
      findable: { title: node.name, words: `${sources.titleOf(node.kind)} ${node.id}` },
    })),
  },
  {
    title: 'Add a service',
    candidates: sources.services.map((service) => {
      const { title, words } = findableService(service);
      return {
        entry: { kind: 'service', id: `service-${service.kind}`, service },
        findable: { title, words: `add insert ${words ?? ''}` },
      };
    }),
  },
  {
    title: 'Templates',
    candidates: sources.templates.map((template) => ({
      entry: { kind: 'template', id: `template-${template.id}`, template },
      findable: { title: template.name, words: `template new ${template.description}` },
    })),
  },
];

/** What the palette shows for what was typed. */
export const paletteGroups = (typed: string, sources: PaletteSources): readonly PaletteGroup[] => {
  if (typed.trim() === '') return withoutTyping(sources);
  return candidatesOf(sources)
    .map(({ title, candidates }) => {
      const found = candidates
        .flatMap(({ entry, findable }) => {
          const distance = matchDistance(typed, findable);
          return distance === undefined ? [] : [{ entry, distance }];
        })
        .sort((a, b) => a.distance - b.distance)
        .slice(0, mostOfGroup);
      return { title, found };
    })
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => (a.found[0]?.distance ?? 0) - (b.found[0]?.distance ?? 0))
    .map(({ title, found }) => ({ title, entries: found.map(({ entry }) => entry) }));
};

/** Before anything is typed: what was used lately, then every command. */
const withoutTyping = ({ commands, recent }: PaletteSources): readonly PaletteGroup[] => {
  const entryOf = (command: Command): PaletteEntry => ({
    kind: 'command',
    id: `command-${command.id}`,
    command,
  });
  const lately = recent.flatMap((id) => commands.find((command) => command.id === id) ?? []);
  const others = commands.filter((command) => !lately.includes(command));
  return [
    { title: 'Used lately', entries: lately.map(entryOf) },
    { title: 'Commands', entries: others.map(entryOf) },
  ].filter(({ entries }) => entries.length > 0);
};
