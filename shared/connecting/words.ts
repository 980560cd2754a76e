import { mechanismOf, serviceOf } from '../catalog/catalog.ts';
import type { ConnectionDefinition, Delivery } from '../catalog/connection.ts';
import type { Refusal } from '../catalog/refusal.ts';
import { oneLine } from '../lib/words.ts';
import type { Node } from '../model/design.ts';

/*
 * What people read about connections, in the window and on the command line.
 */

/** What each way of delivery means to the two ends. */
export const deliveries: Readonly<Record<Delivery, string>> = {
  sync: 'The caller waits for the answer.',
  async: 'Asynchronous: the sender goes on at once.',
  poll: 'Polled: AWS fetches on behalf of the receiver.',
  stream: 'Streamed: in order, read at the pace of the reader.',
  config: 'No traffic at run time: it says how something is set up.',
};

/** AWS's name of a kind; the kind itself when it is unknown. */
export const titleOf = (kind: string): string => serviceOf(kind)?.title ?? kind;

/** A name that fits into a sentence: in quotes, on one line, and not too long. */
export const quoted = (name: string): string => {
  const plain = oneLine(name);
  const letters = [...plain];
  return `"${letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : plain}"`;
};

/** What a sentence calls a node: its name, and its kind where the name does not say it. */
export const nodeWords = ({ name, kind }: Pick<Node, 'name' | 'kind'>): string =>
  oneLine(name).toLowerCase().startsWith(titleOf(kind).toLowerCase())
    ? quoted(name)
    : `${quoted(name)} (${titleOf(kind)})`;

/** The first sentence of a text. A full stop counts when a capital letter follows, so that `e.g. this` is no end. */
export const firstSentence = (text: string): string =>
  /^.*?[.!?](?=\s+[A-Z]|$)/s.exec(text)?.[0] ?? text;

/** One line on a connection type, for a student. */
export const explainWay = ({ explain, mechanism, delivery }: ConnectionDefinition): string =>
  firstSentence(explain ?? mechanismOf(mechanism)?.explain ?? deliveries[delivery]);

/** Another way that a refusal names, for people; undefined when it speaks of kinds that are not there yet. */
export const alternativeOf = ({ alternative }: Refusal): string | undefined => {
  if (alternative === undefined) return undefined;
  const kinds = alternative.split(' -> ');
  if (kinds.every((kind) => serviceOf(kind) !== undefined)) return kinds.map(titleOf).join(' → ');
  return kinds.length === 1 && alternative.includes(' ') ? alternative : undefined;
};
