import type { PropertyDefinition } from './property.ts';

/*
 * The form of a text: a regular expression in the tables, words for people. Patterns are compiled as JSON Schema
 * does it, with Unicode.
 */

const compiled = new Map<string, RegExp>();

const expressionOf = (pattern: string): RegExp => {
  const present = compiled.get(pattern);
  if (present) return present;
  const made = new RegExp(pattern, 'u');
  compiled.set(pattern, made);
  return made;
};

/** True when the text has the form that the property wants; an empty one counts as not set. */
export const hasForm = ({ pattern }: PropertyDefinition, value: string): boolean =>
  pattern === undefined || value === '' || expressionOf(pattern).test(value);

const signs: Readonly<Record<string, string>> = {
  _: 'underscores',
  '-': 'hyphens',
  '.': 'dots',
  '/': 'slashes',
  ' ': 'blanks',
};

const joined = (items: readonly string[]): string =>
  items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;

/** The inside of a class, `A-Za-z0-9_.-`, in words: letters, digits, underscores, dots and hyphens. */
const classWords = (inside: string): string => {
  const isIn = (part: string): boolean => inside.includes(part);
  const letters = isIn('\\w') || (isIn('A-Z') && isIn('a-z'));
  const words = [
    ...(letters ? ['letters'] : isIn('a-z') ? ['small letters'] : isIn('A-Z') ? ['capitals'] : []),
    ...(isIn('\\w') || isIn('0-9') ? ['digits'] : []),
    ...(isIn('\\w') ? ['underscores'] : []),
    ...(isIn('\\s') ? ['blanks'] : []),
  ];
  const rest = [
    ...new Set(inside.replaceAll(/A-Z|a-z|0-9|\\[ws]/g, '').replaceAll(/\\(.)/g, '$1')),
  ];
  const others = rest.filter((sign) => !Object.hasOwn(signs, sign));
  words.push(...rest.flatMap((sign) => signs[sign] ?? []));
  if (others.length > 0)
    words.push(`the ${others.length === 1 ? 'sign' : 'signs'} ${others.join(' ')}`);
  return joined([...new Set(words)]);
};

/** One character of a class: `a letter or an underscore`. */
const oneOf = (inside: string): string =>
  classWords(inside)
    .split(/, | and /)
    .map((word) => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word.replace(/s$/, '')}`)
    .join(' or ');

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const charClass = String.raw`\[((?:[^\]\\]|\\.)+)\]`;

const lengths = (from: string | undefined, to: string | undefined): string => {
  if (from === undefined || to === undefined) return '';
  return from === '1' || from === '0'
    ? `; ${to} characters at most`
    : `; ${from} to ${to} characters`;
};

/** Forms that are one or two classes of characters. */
const ofClasses = (pattern: string): string | undefined => {
  const [, start = '', inside, low, high, fifo] =
    new RegExp(
      String.raw`^\^(/mnt/|/|alias/)?${charClass}(?:[+*]|\{(\d+),(\d+)\})(\(\\\.fifo\)\?)?\$$`,
    ).exec(pattern) ?? [];
  if (inside?.startsWith('^'))
    return start === '' ? `Anything but ${joined([...inside.slice(1)])}.` : undefined;
  if (inside !== undefined)
    return `${start === '' ? upper(classWords(inside)) : `${start} first, then ${classWords(inside)}`} only${lengths(low, high)}${fifo === undefined ? '' : '; .fifo at the end of the name of what is FIFO'}.`;
  const [, first, rest, from, to] =
    new RegExp(String.raw`^\^${charClass}${charClass}(?:[+*]|\{(\d+),(\d+)\})\$$`).exec(pattern) ??
    [];
  if (first === undefined || rest === undefined || `${first}${rest}`.includes('^'))
    return undefined;
  // The first character is one more.
  return `First ${oneOf(first)}, then ${classWords(rest)}${lengths(from && String(Number(from) + 1), to && String(Number(to) + 1))}.`;
};

/** Forms that say more than which characters there may be, by a part of the pattern. */
const known: readonly (readonly [part: string, words: string])[] = [
  ['^(/|\\$default)', 'It has to begin with / or be $default.'],
  ['^(\\$default|', '$default, or letters, digits, hyphens and underscores.'],
  ['^https?://', 'It has to begin with https:// or http://.'],
  ['^https://', 'It has to begin with https://.'],
  ['^s3://', 'It has to be an address in S3, such as s3://my-bucket/folder/file.'],
  [
    '^arn:aws[a-z-]*:iam::',
    'The whole ARN is wanted, such as arn:aws:iam::aws:policy/ReadOnlyAccess.',
  ],
  ['^[^\\x00-', 'Anything but a colon.'],
  ['^arn:', 'The whole ARN is wanted, from arn: on.'],
  ['^(/[A-Za-z', 'A path such as /shop/stage/currency, or one word.'],
  ['^([^@\\s"\\\\]+@)?', 'A domain, such as example.com, or an e-mail address.'],
  ['^[^@\\s', 'An e-mail address, such as shop@example.com.'],
  ['^\\+[1-9]', 'A number with its country, such as +41791234567.'],
  ['^(rate|cron)', 'Such as rate(5 minutes) or cron(0 9 * * ? *).'],
  ['^(rate|cron|at)', 'Such as rate(5 minutes), cron(0 9 * * ? *) or at(2027-01-31T09:00:00).'],
  ['^(cron|rate|at)', 'Such as cron(0 7 * * ? *), rate(1 day) or at(2027-01-31T09:00:00).'],
  ['^cron', 'Such as cron(15 12 * * ? *).'],
  ['^db\\.', 'Such as db.t4g.micro.'],
  ['^dax\\.', 'Such as dax.t3.small.'],
  ['^cache\\.', 'Such as cache.t4g.micro.'],
  ['^[a-z0-9]+\\.[a-z0-9]+\\.search', 'Such as m7g.medium.search.'],
  ['^[a-z0-9]+\\.[a-z0-9]+$', 'Such as ra3.large.'],
  ['^[a-z][a-z0-9-]*\\.[a-z0-9-]+$', 'Such as t4g.micro.'],
  ['^(OpenSearch|', 'Such as OpenSearch_3.1.'],
  ['^\\d{1,3}(\\.\\d{1,3}){3}/', 'A CIDR block, such as 192.168.0.0/16.'],
  ['^\\d{1,3}(\\.\\d{1,3}){3}$', 'An IPv4 address, such as 192.0.2.10.'],
  ['^\\d{3}(', 'Status codes, such as 200 or 200-299,301.'],
  [
    '^alias/(?!aws/)',
    'It has to begin with alias/, such as alias/orders; alias/aws/ is kept for AWS.',
  ],
  ['^Z[A-Z0-9]', 'The id of a hosted zone, which begins with Z.'],
  ['^[A-Z]{2}$', 'Two capital letters, such as DE.'],
  ['^[a-z]{2}(-[a-z]+)+-[0-9]$', 'A Region, such as eu-west-1.'],
  ['^\\$(', 'A path into the record, such as $.body.time.'],
  [
    '^(?!aws\\.)',
    'Letters, digits, dots, underscores, slashes and hyphens, without aws. at the beginning.',
  ],
  ['^[^_\\p{Z}]', 'At least three characters, without blanks and underscores.'],
  ['^[^A-Z_-][^A-Z]', 'No capitals, and neither _ nor - at the beginning.'],
  ['^\\S+$', 'No blanks.'],
  ['^/[^\\s]', 'It has to begin with /, without blanks.'],
  ['^[A-Za-z0-9_-]+\\.graphql', 'A file name such as schema.graphql.'],
  [
    '^([A-Za-z0-9_][A-Za-z0-9._-]*|sha256',
    'A tag, such as 1.4.2, or a digest that begins with sha256:.',
  ],
  [
    '^[a-z](?!',
    'A small letter first, then small letters, digits and hyphens: no two in a row and none at the end.',
  ],
  [
    '^[A-Za-z](?!',
    'A letter first, then letters, digits and hyphens: no two in a row and none at the end.',
  ],
  [
    '^[a-z0-9]+(?:[._/-]',
    'Small letters and digits; dots, hyphens, underscores and slashes between them.',
  ],
  ['^[a-z0-9](?:[a-z0-9-]', 'Small letters, digits and hyphens; no hyphen at either end.'],
  [
    '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]',
    'Small letters, digits, dots and hyphens; 3 to 63 characters, with a letter or digit at either end.',
  ],
  ['^(\\*\\.)?(', 'A domain name, such as www.example.com.'],
  ['^([A-Za-z0-9_-]+\\.)+', 'A domain name, such as example.com.'],
  ['^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+', 'A domain name, such as bounce.example.com.'],
];

/** What the pattern asks for, in words; the pattern itself where there are none. */
export const formWords = ({ pattern = '', form }: PropertyDefinition): string => {
  if (form !== undefined) return form;
  if (pattern === '^/' || pattern === '^/.*$') return 'It has to begin with /.';
  return (
    known.find(([part]) => pattern.startsWith(part))?.[1] ??
    ofClasses(pattern) ??
    `It has to look like ${pattern}.`
  );
};
