import { type Template, templates } from 'virtual:templates';
import { matching } from '../../shared/lib/match.ts';

export type { Template };

const findable = templates.map((template) => ({
  title: template.name,
  words: template.description,
  template,
}));

/** The names of the groups, in the order in which they are shown. */
export const templateGroups: readonly string[] = [...new Set(templates.map(({ group }) => group))];

/** The templates that answer to what somebody typed, the best first; all of them when that is nothing. */
export const templatesLike = (typed: string): readonly Template[] =>
  matching(typed, findable).map(({ template }) => template);
