import { connectionOf, serviceOf, services } from '../../shared/catalog/catalog.ts';
import type { ServiceDefinition } from '../../shared/catalog/service.ts';
import { kebabCase } from '../../shared/lib/words.ts';
import { rules } from '../../shared/rules/index.ts';
import { defineCommand } from '../command.ts';
import { connectionParts } from '../explain/connection-text.ts';
import { kindPage } from '../explain/kind-page.ts';
import { page } from '../explain/page.ts';
import { pairPage } from '../explain/pair-page.ts';
import { rulePage } from '../explain/rule-page.ts';
import { exitCodes } from '../io.ts';
import { say } from '../load-design.ts';
import { styleOf } from '../style.ts';
import { unknownKind, unknownKindOrRule } from '../unknown.ts';

export const explain = defineCommand({
  name: 'explain',
  summary: 'explains a rule, a kind, or how two kinds connect',
  takes: '<rule-id | kind | connection type> or <from> <to>',
  words: { min: 1, max: 2 },
  details: [
    'For two kinds: how they connect; or why they do not, and what works instead.',
    'A kind may also be called by its name: "SQS queue".',
  ],
  options: {},
  examples: [
    'isobar explain sqs/visibility-timeout',
    'isobar explain lambda',
    'isobar explain sqs-queue dynamodb-table',
  ],
  run({ words: [first = '', second] }, io) {
    const style = styleOf(io.colors.stdout);
    if (second !== undefined) {
      const [from, to] = [kindNamed(first), kindNamed(second)];
      if (!from || !to) {
        say(io, { severity: 'error', ...unknownKind(from ? second : first) });
        return exitCodes.wrong;
      }
      io.stdout(pairPage(from.kind, to.kind, style));
      return exitCodes.fine;
    }
    const rule = rules.find(({ meta }) => meta.id === first);
    const service = kindNamed(first);
    const row = connectionOf(first);
    if (rule) io.stdout(rulePage(rule, style));
    else if (service) io.stdout(kindPage(service, style));
    else if (row) io.stdout(page(...connectionParts(row, style)));
    else {
      say(io, { severity: 'error', ...unknownKindOrRule(first) });
      return exitCodes.wrong;
    }
    return exitCodes.fine;
  },
});

/** By its kind, or by AWS's name of it in any case. */
const kindNamed = (word: string): ServiceDefinition | undefined => {
  const all: readonly ServiceDefinition[] = services;
  return serviceOf(word) ?? all.find(({ title }) => kebabCase(title) === kebabCase(word));
};
