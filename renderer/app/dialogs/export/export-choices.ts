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
