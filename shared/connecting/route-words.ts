import { kebabCase, wordsOf } from '../lib/words.ts';

/*
 * Guesses from a name what a route to it is called: `List orders` answers GET /orders, `Place order` POST /orders.
 */

const verbs: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    GET: 'get list read find search show fetch query load browse view',
    POST: 'create place add post submit send start register upload save put book order pay make',
    PUT: 'update change edit set replace rename',
    PATCH: 'patch',
    DELETE: 'delete remove cancel drop',
  }).flatMap(([method, words]) => words.split(' ').map((word) => [word, method])),
);

/** Words that say what something is built with, not what it is about. */
const technical = new Set(
  `a all an and api aws by bucket bus cloudwatch data database dynamodb event eventbridge events external for firehose
  from function functions handler http in item items kinesis lambda machine my new of on queue rest s3 server service
  sns sqs state stream table the to topic worker`.split(/\s+/),
);

/** Verbs that are things when nothing follows: the order queue is about orders. */
const alsoNouns = new Set(['book', 'list', 'load', 'order', 'post', 'query', 'search', 'upload']);

/** What a name says of a route. */
export interface RouteGuess {
  /** The verb of the name as a method; undefined when it has none. */
  readonly method: string | undefined;
  /** What it is about: `orders`; empty when the name does not say. */
  readonly resource: string;
  /** About one of them: `/orders/{id}`. */
  readonly isOne: boolean;
}

const plural = (word: string): string => {
  if (/[^s]s$/.test(word) || /[0-9]$/.test(word)) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
};

/** Reads a name. */
export const guessRoute = (name: string): RouteGuess => {
  const words = wordsOf(name).map((word) => word.toLowerCase());
  const [first = ''] = words;
  const rest = words.filter((word) => !technical.has(word) && !/^\d+$/.test(word));
  const isVerb = Object.hasOwn(verbs, first) && !(rest.length === 1 && alsoNouns.has(first));
  const verb = isVerb ? verbs[first] : undefined;
  const about = verb === undefined ? rest : rest.filter((word) => word !== first);
  const last = about.at(-1);
  if (last === undefined) return { method: verb, resource: '', isOne: false };
  const many = plural(last);
  return {
    method: verb,
    resource: kebabCase([...about.slice(0, -1), verb === undefined ? last : many].join(' ')),
    isOne: verb !== undefined && verb !== 'POST' && many !== last,
  };
};
