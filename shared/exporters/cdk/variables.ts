import { camelCase } from '../../lib/words.ts';
import { cdkModules } from './modules.ts';

/** Words that a variable of generated code may not be called. */
const reserved: ReadonlySet<string> = new Set([
  ...Object.keys(cdkModules),
  ...'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield async of scope id props Construct process require module exports console global Object String Number Boolean Symbol'.split(
    ' ',
  ),
]);

/** A variable name for each construct id; ids are unique, and so are the names. */
export const variableNames = (ids: readonly string[]): ReadonlyMap<string, string> => {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const id of ids) {
    const wish = camelCase(id);
    const base = reserved.has(wish) ? `${wish}Resource` : /^\d/.test(wish) ? `the${wish}` : wish;
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}${count}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
};
