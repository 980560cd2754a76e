import { connectionOf, mechanisms, serviceOf, services } from '../../shared/catalog/catalog.ts';
import type { ServiceDefinition } from '../../shared/catalog/service.ts';
import { connectionFacts, connectionPage } from '../../shared/explain/connection-facts.ts';
import { kindFacts, kindPage } from '../../shared/explain/kind-facts.ts';
import { mechanismFacts, mechanismPage } from '../../shared/explain/mechanism-facts.ts';
import type { Page } from '../../shared/explain/page.ts';
import { pairFacts, pairPage } from '../../shared/explain/pair-facts.ts';
import { ruleFacts, rulePage } from '../../shared/explain/rule-facts.ts';
import { kebabCase } from '../../shared/lib/words.ts';
import { rules } from '../../shared/rules/index.ts';
import { defineCommand } from '../command.ts';
import { terminalPage } from '../explain/terminal-page.ts';
import { exitCodes } from '../io.ts';
import { say } from '../load-design.ts';
import { flag } from '../options.ts';
import { jsonText } from '../output.ts';
import { styleOf } from '../style.ts';
import { type Unknown, unknownKind, unknownThing } from '../unknown.ts';

export const explain = defineCommand({
  name: 'explain',
  summary: 'explains a kind, a connection, a rule, a mechanism, or how two kinds connect',
  takes: '<kind | connection type | rule | mechanism> or <kind> to <kind>',
  words: { min: 1, max: 12 },
  completes: 'subjects',
  details: [
    'For two kinds: how they connect; or why they do not, and what works instead.',
    'A kind may also be called by its name: "SQS queue". Where a kind and a mechanism',
    'have the same name, mechanism:<name> is the mechanism.',
  ],
  options: { json: flag('what is known, as JSON') },
  examples: [
    'isobar explain sqs/visibility-timeout',
    'isobar explain lambda',
    'isobar explain sqs-queue to dynamodb-table',
    'isobar explain event-source-mapping --json',
  ],
  run({ words, options }, io) {
    const found = find(words);
    if ('message' in found) {
      say(io, { severity: 'error', ...found });
      return exitCodes.wrong;
    }
    io.stdout(
      options.json ? jsonText(found.facts) : terminalPage(found.page(), styleOf(io.colors.stdout)),
    );
    return exitCodes.fine;
  },
});

interface Found {
  readonly facts: object;
  readonly page: () => Page;
}

/** What the words name, or what is said when nothing is called so. */
const find = (words: readonly string[]): Found | Unknown => {
  const all = words.join(' ').trim();
  const single = thingNamed(all);
  if (single) return single;
  const [first, second] = endsIn(words, all) ?? [];
  if (first === undefined || second === undefined) return unknownThing(all);
  const [from, to] = [kindNamed(first), kindNamed(second)];
  if (!from || !to) return unknownKind(from ? second : first);
  const facts = pairFacts(from.kind, to.kind);
  return { facts, page: () => pairPage(facts) };
};

/** `a to b`, `a -> b`, or two words. */
const endsIn = (words: readonly string[], all: string): readonly string[] | undefined => {
  const [, from, to] = /^(.+?)\s+(?:to|->|→)\s+(.+)$/i.exec(all) ?? [];
  if (from !== undefined && to !== undefined) return [from, to];
  return words.length === 2 ? words : undefined;
};

const thingNamed = (word: string): Found | undefined => {
  const wanted = /^mechanism:(.*)$/.exec(word)?.[1];
  const rule = rules.find(({ meta }) => meta.id === word);
  if (rule) {
    const facts = ruleFacts(rule);
    return { facts, page: () => rulePage(facts) };
  }
  const service = kindNamed(word);
  if (service) {
    const facts = kindFacts(service);
    return { facts, page: () => kindPage(facts) };
  }
  const row = connectionOf(word);
  if (row) {
    const facts = connectionFacts(row);
    return { facts, page: () => connectionPage(facts) };
  }
  const mechanism = mechanisms.find(({ id }) => id === (wanted ?? word));
  if (!mechanism) return undefined;
  const facts = mechanismFacts(mechanism);
  return { facts, page: () => mechanismPage(facts) };
};

/** By its kind, or by AWS's name of it in any case. */
const kindNamed = (word: string): ServiceDefinition | undefined => {
  const all: readonly ServiceDefinition[] = services;
  const named = kebabCase(word);
  return (
    serviceOf(word) ??
    (named === '' ? undefined : all.find(({ title }) => kebabCase(title) === named))
  );
};
