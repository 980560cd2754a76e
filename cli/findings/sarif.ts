import { shortHash } from '../../shared/lib/hash.ts';
import { inlineText } from '../../shared/lib/markdown.ts';
import { compareText } from '../../shared/lib/order.ts';
import { rules } from '../../shared/rules/index.ts';
import type { Finding, Rule, Severity } from '../../shared/rules/rule.ts';
import type { LoadedDesign } from '../load-design.ts';
import { firstSentence } from '../style.ts';
import type { LocatedFinding } from './located.ts';

/*
 * SARIF 2.1.0, which code hosts show beside the lines. https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** One run over all designs. */
export const sarifReport = (
  version: string,
  checked: readonly {
    readonly loaded: LoadedDesign;
    readonly findings: readonly LocatedFinding[];
  }[],
): object => {
  const named = new Set(
    checked.flatMap(({ findings }) => findings.map(({ finding }) => finding.rule)),
  );
  const described = rules
    .filter(({ meta }) => named.has(meta.id))
    .sort((a, b) => compareText(a.meta.id, b.meta.id));
  const indexOf = new Map(described.map(({ meta }, at) => [meta.id, at]));
  return {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Isobar', semanticVersion: version, rules: described.map(ruleOf) },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: checked.map(({ loaded }) => ({ location: { uri: uriOf(loaded.file) } })),
        results: checked.flatMap(({ loaded, findings }, artifact) =>
          numbered(findings).map(({ located, occurrence }) =>
            resultOf(loaded, artifact, located, occurrence, indexOf.get(located.finding.rule)),
          ),
        ),
      },
    ],
  };
};

const ruleOf = ({ meta }: Rule): object => ({
  id: meta.id,
  name: pascal(meta.id),
  shortDescription: { text: firstSentence(meta.explain) },
  fullDescription: { text: meta.explain },
  help: {
    text: `${meta.explain}\n\n${meta.docs.title}: ${meta.docs.url}`,
    markdown: `${inlineText(meta.explain)}\n\n${link(meta.docs)}`,
  },
  ...(meta.docs.url.startsWith('https://') && { helpUri: meta.docs.url }),
  defaultConfiguration: { level: levels[meta.severity] },
  properties: { tags: [meta.id.split('/')[0] ?? ''] },
});

const link = ({ title, url }: Rule['meta']['docs']): string =>
  url.startsWith('https://') ? `[${inlineText(title)}](${url})` : `${title}: ${url}`;

const pascal = (id: string): string =>
  id.replaceAll(/(?:^|[/-])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const resultOf = (
  { file }: LoadedDesign,
  artifact: number,
  { finding, line, column, subject }: LocatedFinding,
  occurrence: number,
  ruleIndex: number | undefined,
): object => ({
  ruleId: finding.rule,
  ...(ruleIndex !== undefined && { ruleIndex }),
  level: levels[finding.severity],
  message: { text: messageOf(finding) },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file), index: artifact },
        region: { startLine: line, startColumn: column },
      },
      logicalLocations: [
        {
          name: subject,
          fullyQualifiedName:
            finding.at.kind === 'design' ? 'design' : `${finding.at.kind}/${finding.at.id}`,
        },
      ],
    },
  ],
  // Follows from the ids in the design: lines may move, the fingerprint does not.
  partialFingerprints: { 'isobarFinding/v1': fingerprint(finding, occurrence) },
  ...(finding.suppressed && {
    suppressions: [{ kind: 'inSource', justification: finding.suppressed.reason }],
  }),
});

/** `[text](address)` is a link in a message of SARIF, and names in a design must not become one. */
const messageOf = ({ message, fixes: [fix] }: Finding): string =>
  (fix === undefined ? message : `${message} Fix: ${fix.title}.`).replaceAll('](', '] (');

const keyOf = ({ rule, messageKey, at, property }: Finding): string =>
  JSON.stringify([rule, messageKey, at.kind, at.kind === 'design' ? '' : at.id, property ?? '']);

const fingerprint = (finding: Finding, occurrence: number): string => {
  const key = `${keyOf(finding)} ${occurrence}`;
  return `${shortHash(key)}${shortHash(`again ${key}`)}`.toLowerCase();
};

/** Counts the findings that are alike, so that each has a fingerprint of its own. */
const numbered = (findings: readonly LocatedFinding[]) => {
  const counts = new Map<string, number>();
  return findings.map((located) => {
    const key = keyOf(located.finding);
    const occurrence = (counts.get(key) ?? 0) + 1;
    counts.set(key, occurrence);
    return { located, occurrence };
  });
};

/** A path as a URI reference; standard input has no place. */
const uriOf = (file: string): string => {
  if (file === '<stdin>') return 'stdin';
  const path = file
    .replaceAll('\\', '/')
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((part) => (/^[A-Za-z]:$/.test(part) ? part : encodeURIComponent(part)))
    .join('/');
  if (path.startsWith('/')) return `file://${path}`;
  return /^[A-Za-z]:/.test(path) ? `file:///${path}` : path;
};
