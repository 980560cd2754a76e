import { inlineText } from '../lib/markdown.ts';
import type { Rule } from './rule.ts';

/** The page of all rules, for people who are online and for those who read the repository. */
export const rulesPage = (rules: readonly Rule[]): string => {
  const families = new Map<string, Rule[]>();
  for (const rule of rules) {
    const family = rule.meta.id.split('/')[0] ?? '';
    families.set(family, [...(families.get(family) ?? []), rule]);
  }
  return [
    '# Rules',
    '',
    `${rules.length} rules check a design. \`isobar explain <rule>\` prints the same for one of them; \`isobar validate\` runs them all.`,
    '',
    ...[...families].flatMap(([family, members]) => [
      `## ${family}`,
      '',
      ...members.flatMap(({ meta }) => [
        `### ${meta.id}`,
        '',
        `${meta.severity}. ${inlineText(meta.explain)}`,
        '',
        ...Object.values(meta.messages).map((message) =>
          typeof message === 'string'
            ? `- ${inlineText(message)}`
            : `- ${message.severity}: ${inlineText(message.text)}`,
        ),
        '',
        ...(meta.docs.url.startsWith('https:')
          ? [`[${inlineText(meta.docs.title)}](${meta.docs.url})`, '']
          : []),
      ]),
    ]),
  ].join('\n');
};
