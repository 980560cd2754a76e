import { wordsOf } from '../../../../shared/lib/words.ts';

/*
 * What a property is called on the form: its name in the design, `logRetentionDays`, in plain words, `Log retention`.
 */

const spellings: ReadonlyMap<string, string> = new Map(
  [
    'API',
    'ARN',
    'AWS',
    'AZ',
    'CIDR',
    'CORS',
    'DB',
    'DNS',
    'FIFO',
    'HTTP',
    'HTTPS',
    'IAM',
    'ID',
    'IOPS',
    'IP',
    'IPv6',
    'JSON',
    'JWT',
    'KMS',
    'MFA',
    'NAT',
    'OAuth',
    'RPS',
    'SDK',
    'SNS',
    'SPA',
    'SQL',
    'SSL',
    'TLS',
    'TTL',
    'UDP',
    'URI',
    'URL',
    'URLs',
    'VPC',
    'AZs',
    'IDs',
    'ARNs',
    'KB',
    'MB',
    'GB',
  ].map((word) => [word.toLowerCase(), word]),
);

/** Names that are several words for a machine. */
const names: readonly (readonly [RegExp, string])[] = [
  [/\bevent bridge\b/gi, 'EventBridge'],
  [/\bsnap start\b/gi, 'SnapStart'],
  [/\bo auth\b/gi, 'OAuth'],
  [/\bi pv 6\b|\bipv 6\b/gi, 'IPv6'],
  [/\bmulti AZ\b/gi, 'Multi-AZ'],
];

/** Endings that say the unit, which stands in the field anyway. */
const endings: Readonly<Record<string, RegExp>> = {
  s: /(?:In)?Seconds$/,
  min: /(?:In)?Minutes$/,
  h: /(?:In)?Hours$/,
  days: /(?:In)?Days$/,
  ms: /(?:InMillis|Ms)$/,
  MB: /Mb$/,
  KB: /Kb$/,
  KiB: /InKiB$/,
  'MB/s': /Mbps$/,
  'records/s': /PerS$/,
  'requests/s': /Rps$/,
};

/** A property's name in plain words: `memorySize` gives `Memory size`. The unit is left out when it is known. */
export const labelOf = (property: string, unit?: string): string => {
  const ending = unit === undefined ? undefined : endings[unit];
  const short = ending === undefined ? property : property.replace(ending, '');
  const text = wordsOf(short === '' ? property : short)
    .map((word, index) => {
      const known = spellings.get(word.toLowerCase());
      if (known !== undefined) return known;
      const small = word.toLowerCase();
      return index === 0 ? small.charAt(0).toUpperCase() + small.slice(1) : small;
    })
    .join(' ');
  const named = names.reduce((before, [pattern, name]) => before.replaceAll(pattern, name), text);
  return named === '' ? property : named;
};
