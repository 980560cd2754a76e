import { shortHash } from '../lib/hash.ts';

/** Stands for a text where nothing better than the text is known: the same text, the same version. */
export const textVersion = (text: string): string => `${text.length}-${shortHash(text)}`;
