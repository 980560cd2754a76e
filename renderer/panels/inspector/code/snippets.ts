import { rangesOf } from '../../../../shared/exporters/source-ranges.ts';
import type { MadeExport } from '../../../exports/make-export.ts';

/** A piece of a file of an export. */
export interface Snippet {
  readonly path: string;
  readonly first: number;
  readonly text: string;
}

/** The lines of an export that came from a node or connection; the templates and stacks before what they use. */
export const snippetsOf = (made: MadeExport, owner: string): readonly Snippet[] => {
  const found = rangesOf(made.ranges, new Set([owner])).flatMap(({ path, first, last }) => {
    const file = made.files.find((item) => item.path === path);
    if (!file) return [];
    return [{ path, first, text: withoutIndent(file.text.split('\n').slice(first - 1, last)) }];
  });
  return [
    ...found.filter(({ path }) => isMain(path)),
    ...found.filter(({ path }) => !isMain(path)),
  ];
};

const isMain = (path: string): boolean =>
  /^template\S*\.yaml$/.test(path) || path.startsWith('lib/');

/** Lines moved to the left as far as all of them can go. */
const withoutIndent = (lines: readonly string[]): string => {
  const filled = lines.filter((line) => line.trim() !== '');
  const indent = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  return lines
    .map((line) => line.slice(Number.isFinite(indent) ? indent : 0))
    .join('\n')
    .trimEnd();
};
