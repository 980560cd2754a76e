import type { SourceRange } from '../../../shared/exporters/exported.ts';
import { ownerAt, rangesOf } from '../../../shared/exporters/source-ranges.ts';
import type { MadeExport } from '../../exports/make-export.ts';
import type { CodeFormat } from '../../store/view.ts';

export { languageOf } from '../../exports/languages.ts';
export { ownerAt };

/** The formats of the Code panel, as people read them. */
export const codeFormats: readonly { readonly id: CodeFormat; readonly title: string }[] = [
  { id: 'sam', title: 'SAM' },
  { id: 'cdk', title: 'CDK' },
  { id: 'design', title: 'Design' },
  { id: 'mermaid', title: 'Mermaid' },
  { id: 'report', title: 'Report' },
];

/** The file that says most of a design: the template, the stack; else the first. */
export const mainFile = ({ files }: Pick<MadeExport, 'files'>): string | undefined =>
  (
    files.find(({ path }) => path === 'template.yaml') ??
    files.find(({ path }) => path.startsWith('lib/')) ??
    files[0]
  )?.path;

/** The file to show: the one that was chosen, as long as it is there. */
export const shownFile = (made: MadeExport, chosen: string | undefined): string | undefined =>
  made.files.some(({ path }) => path === chosen) ? chosen : mainFile(made);

/** Where the lines of what is chosen stand, those of the main file first. */
export const placesOf = (
  made: MadeExport,
  selection: ReadonlySet<string>,
): readonly SourceRange[] => {
  if (selection.size === 0) return [];
  const main = mainFile(made);
  const isMain = ({ path }: SourceRange): boolean =>
    path === main || /^template-[^/]+\.yaml$/.test(path) || path.startsWith('lib/');
  const found = rangesOf(made.ranges, selection);
  return [...found.filter(isMain), ...found.filter((range) => !isMain(range))];
};

/**
 * The place to show first: in the file that is open, if it has any, the longest one there; that is the thing itself,
 * and not the log group before it.
 */
export const firstPlace = (
  places: readonly SourceRange[],
  open: string | undefined,
): SourceRange | undefined => {
  const file = places.some(({ path }) => path === open) ? open : places[0]?.path;
  let longest: SourceRange | undefined;
  for (const place of places)
    if (
      place.path === file &&
      (!longest || place.last - place.first > longest.last - longest.first)
    )
      longest = place;
  return longest;
};

/** How many lines that are, for people. */
export const lineCount = (places: readonly SourceRange[]): number =>
  places.reduce((sum, { first, last }) => sum + last - first + 1, 0);
