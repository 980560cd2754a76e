import type { OutputFile, OutputStatus } from '../../../../shared/host/host-api.ts';
import { counted } from '../../../../shared/rules/text.ts';
import type { ExportFormat } from '../../../exports/file-names.ts';
import type { ExportChoice } from '../../../store/view.ts';

/** One way to export, as the dialog lists it. */
export interface ChoiceInfo {
  readonly id: ExportChoice;
  readonly title: string;
  readonly line: string;
  /** A folder of files, a picture, or a text. */
  readonly gives: 'folder' | 'picture' | 'text';
  /** What the exporters are asked for. */
  readonly format: ExportFormat;
}

export const exportChoices: readonly ChoiceInfo[] = [
  {
    id: 'sam',
    title: 'AWS SAM',
    line: 'Templates, handlers, deploy settings',
    gives: 'folder',
    format: 'sam',
  },
  {
    id: 'cdk',
    title: 'AWS CDK',
    line: 'A complete app in TypeScript',
    gives: 'folder',
    format: 'cdk',
  },
  { id: 'svg', title: 'SVG', line: 'A picture of any size', gives: 'picture', format: 'svg' },
  { id: 'png', title: 'PNG', line: 'A picture in pixels', gives: 'picture', format: 'svg' },
  {
    id: 'mermaid',
    title: 'Mermaid',
    line: 'A flowchart for a README',
    gives: 'text',
    format: 'mermaid',
  },
  {
    id: 'report',
    title: 'Report',
    line: 'Markdown: resources, rights, findings',
    gives: 'text',
    format: 'report',
  },
];

/** A choice by its id. */
export const choiceOf = (id: ExportChoice): ChoiceInfo =>
  exportChoices.find((choice) => choice.id === id) ?? (exportChoices[0] as ChoiceInfo);

/** What writing would do, in a sentence: `2 new, 1 changed, 6 the same`. */
export const statusSummary = (statuses: readonly OutputStatus[]): string => {
  const count = (wanted: OutputStatus['status']): number =>
    statuses.filter(({ status }) => status === wanted).length;
  const parts = [
    count('new') > 0 ? `${count('new')} new` : '',
    count('changed') > 0 ? `${count('changed')} changed` : '',
    count('same') > 0 ? `${count('same')} the same` : '',
  ].filter((part) => part !== '');
  return `${counted(statuses.length, 'file')}: ${parts.join(', ')}`;
};

/** The files that writing would touch. */
export const toWrite = (statuses: readonly OutputStatus[]): number =>
  statuses.filter(({ status }) => status !== 'same').length;

/** What to type next, from the README of an export: its blocks of shell commands, in order. */
export const deployCommands = (files: readonly OutputFile[]): readonly string[] => {
  const readme = files.find(({ path }) => path === 'README.md')?.text ?? '';
  return [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block.trimEnd());
};

/** What a person has to fill in before a deployment, by its name in the export. */
export interface OpenValue {
  readonly name: string;
  readonly meaning: string;
}

/** The parameters without a value, from the README of an export; each once. */
export const openValues = (files: readonly OutputFile[]): readonly OpenValue[] => {
  const readme = files.find(({ path }) => path === 'README.md')?.text ?? '';
  const values = new Map<string, string>();
  // The README escapes what Markdown would take for its own.
  for (const [, name = '', meaning = ''] of readme.matchAll(/^- `(\w+)`: (.+)$/gm))
    values.set(name, meaning.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'));
  return [...values].map(([name, meaning]) => ({ name, meaning }));
};
