import type { Rule } from '../../shared/rules/rule.ts';
import type { Style } from '../style.ts';
import { page, paragraph, section } from './page.ts';

/** What a rule finds, why, and where AWS says so. */
export const rulePage = ({ meta, examples }: Rule, style: Style): string => {
  const colors = { error: style.red, warning: style.yellow, info: style.blue };
  const titles = (list: readonly { readonly title: string }[]) =>
    list.map(({ title }) => `  - ${title}`).join('\n');
  return page(
    `${style.bold(meta.id)}  ${colors[meta.severity](meta.severity)}`,
    paragraph(meta.explain),
    section(
      style,
      'It says',
      ...Object.values(meta.messages).map((template) =>
        paragraph(typeof template === 'string' ? template : template.text, '  '),
      ),
    ),
    section(style, 'It finds', titles(examples.bad)),
    section(style, 'It is quiet on', titles(examples.good)),
    section(style, 'Read on', `  ${meta.docs.title}`, `  ${meta.docs.url}`),
  );
};
