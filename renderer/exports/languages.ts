/** The languages that files of exports have colours in. */
export type FileLanguage = 'yaml' | 'json' | 'typescript' | 'markdown' | 'plaintext';

const endings: readonly (readonly [RegExp, FileLanguage])[] = [
  [/\.ya?ml$/, 'yaml'],
  [/\.(?:json|asl)$/, 'json'],
  [/\.(?:ts|mts|cts|js|mjs|cjs)$/, 'typescript'],
  [/\.md$/, 'markdown'],
];

/** The language of a file by its name. */
export const languageOf = (path: string): FileLanguage =>
  endings.find(([ending]) => ending.test(path))?.[1] ?? 'plaintext';
