import { camelCase } from '../../lib/words.ts';
import { cdkModules } from './modules.ts';

/** Words that a variable of generated code may not be called. */
const reserved: ReadonlySet<string> = new Set([
  ...Object.keys(cdkModules),
  ...'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield async of scope id props Construct process require module exports console global Object String Number Boolean Symbol'.split(
    ' ',
  ),
]);

/**
 * A variable name for each id of a construct or parameter; ids are unique, and so are the names. The suffix makes
 * another word of a name that is reserved, or that is among those already taken.
 */
export const variableNames = (
  ids: readonly string[],
  suffix: 'Resource' | 'Parameter' = 'Resource',
  before: Iterable<string> = [],
): ReadonlyMap<string, string> => {
  const others = new Set(before);
  const taken = new Set(others);
  const names = new Map<string, string>();
  for (const id of ids) {
    const wish = camelCase(id);
    const base =
      wish === '' || reserved.has(wish) || others.has(wish)
        ? `${wish}${wish === '' ? suffix.toLowerCase() : suffix}`
        : /^\d/.test(wish)
          ? `the${wish}`
          : wish;
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}${count}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
};
