import { policySchema } from '../../../../shared/catalog/policy-schema.ts';
import type { PropertyDefinition } from '../../../../shared/catalog/property.ts';
import { aslSchema } from '../../../../shared/catalog/workflow/asl-schema.ts';
import { formatOfAsl, readAslText } from '../../../../shared/catalog/workflow/asl-text.ts';
import { locateInJson, readJson } from '../../../../shared/lib/json-text.ts';
import type { Finding } from '../../../../shared/rules/rule.ts';
import type { CodeMarker } from '../../../ui/monaco/code-editor.tsx';
import type { JsonHelp } from '../../../ui/monaco/json-help.ts';

const helps: Readonly<Record<NonNullable<PropertyDefinition['format']>, JsonHelp>> = {
  asl: { name: 'asl', schema: aslSchema },
  'iam-policy': { name: 'iam-policy', schema: policySchema },
};

/** What the editor can offer for the property. */
export const helpFor = ({ format }: PropertyDefinition): JsonHelp | undefined =>
  format && helps[format];

/** In which language a text of the property is written. */
export const codeLanguage = ({ format }: PropertyDefinition, text: string): 'json' | 'yaml' =>
  format === 'asl' && text.trim() !== '' ? formatOfAsl(text) : 'json';

/** What the checks say about the value, in the lines of the text that shows it. */
export const markersOf = (
  { format }: PropertyDefinition,
  text: string,
  findings: readonly Finding[],
): readonly CodeMarker[] => {
  if (findings.length === 0) return [];
  const paths = findings.map(({ path }) => path ?? []);
  const lines =
    format === 'asl'
      ? readAslText(text).linesOf(paths)
      : readJson(text).ok
        ? locateInJson(text, paths).map(({ line }) => line)
        : [];
  return findings.map(({ message, severity, path }, index) => ({
    // A finding about the whole text may name its line itself.
    line:
      path === undefined ? Number(/\bline (\d+)/i.exec(message)?.[1] ?? 1) : (lines[index] ?? 1),
    message,
    severity,
  }));
};
