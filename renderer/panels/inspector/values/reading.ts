import type { PropertyDefinition } from '../../../../shared/catalog/property.ts';
import { fitsProperty } from '../../../../shared/catalog/property-value.ts';
import { readAslText } from '../../../../shared/catalog/workflow/asl-text.ts';
import { isJsonObject, type Json } from '../../../../shared/lib/json.ts';
import { readJson } from '../../../../shared/lib/json-text.ts';
import { isJson, sameJson } from '../../../../shared/lib/json-value.ts';
import { maxValueDepth } from '../../../../shared/model/design.ts';
import type { Draft } from '../../../store/drafts.ts';
import { readNumber } from '../../../ui/fields/quantity.ts';

/*
 * From what somebody typed to what the design holds, and back.
 *
 * What can be a value of the property's type goes into the design at once, even when it is over a limit: then the
 * field and the checks say so. A text that is no value at all (`abc` for a number, half of a JSON text) stays in the
 * field as a draft, and the design keeps what it had. Nothing that was typed is thrown away by either.
 */

/** What a typed text means for the design. */
export type Reading =
  | { readonly kind: 'value'; readonly value: Json }
  /** Nothing is set; the default counts. */
  | { readonly kind: 'unset' }
  /** No value: the design keeps what it has. */
  | { readonly kind: 'wrong'; readonly problem: string };

const unset: Reading = { kind: 'unset' };
const valueIs = (value: Json): Reading => ({ kind: 'value', value });
const wrong = (problem: string): Reading => ({ kind: 'wrong', problem });

/** Reads the text of a field. */
export const readText = (definition: PropertyDefinition, text: string): Reading => {
  switch (definition.type) {
    case 'integer':
    case 'number': {
      const { unit, type } = definition;
      const reading = readNumber(text, { unit, whole: type === 'integer' });
      if (reading.kind === 'number') return valueIs(reading.value);
      return reading.kind === 'empty' ? unset : wrong(reading.problem);
    }
    case 'boolean':
      return text === 'true' || text === 'false'
        ? valueIs(text === 'true')
        : wrong('Yes or no is wanted.');
    case 'enum': {
      if (text.trim() === '') return unset;
      const offered = definition.values?.find((value) => String(value) === text.trim());
      return valueIs(offered ?? ownChoice(definition, text.trim()));
    }
    case 'list':
    case 'map':
    case 'object':
    case 'json':
      return readCode(definition, text);
    case 'string':
    case 'node-ref':
    case 'connection-ref':
      return text === '' ? unset : valueIs(text);
    default:
      return definition.type satisfies never;
  }
};

/** A value that is not offered; a number where the offered ones are numbers. */
const ownChoice = ({ values = [] }: PropertyDefinition, text: string): Json => {
  const isNumber = values.length > 0 && values.every((value) => typeof value === 'number');
  return isNumber && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
};

const readCode = (definition: PropertyDefinition, text: string): Reading => {
  if (text.trim() === '') return unset;
  if (definition.format === 'asl') {
    const definitionText = readDefinitionText(text);
    if (definitionText) return definitionText;
  }
  const read = readJson(text);
  if (!read.ok) {
    const [problem] = read.error;
    const place = problem?.line === undefined ? '' : `Line ${problem.line}: `;
    return wrong(`${place}${problem?.message ?? 'this is no JSON.'}`);
  }
  const { value } = read.value;
  if (!isJson(value, maxValueDepth)) return wrong('This is nested too deep.');
  if (definition.type === 'list' && !Array.isArray(value)) return wrong('A list is wanted: [ … ].');
  if ((definition.type === 'map' || definition.type === 'object') && !isJsonObject(value))
    return wrong('An object is wanted: { … }.');
  return valueIs(value);
};

/** A definition as YAML, or as JSON with placeholders outside its texts: kept as it was written. */
const readDefinitionText = (text: string): Reading | undefined => {
  const { format, value, problems } = readAslText(text);
  if (format === 'json')
    return value !== undefined && !readJson(text).ok ? valueIs(text) : undefined;
  const [first] = problems;
  if (value === undefined && first) return wrong(`Line ${first.line}: ${first.problem}`);
  // What is too long to be read here is kept all the same.
  return value === undefined || isJsonObject(value)
    ? valueIs(text)
    : wrong('A definition is an object with StartAt and States, as JSON or as YAML.');
};

/** The text that a field shows for a value. */
export const textOf = (definition: PropertyDefinition, value: Json | undefined): string => {
  if (value === undefined) return '';
  switch (definition.type) {
    case 'list':
    case 'map':
    case 'object':
    case 'json':
      return definition.format === 'asl' && typeof value === 'string' ? value : codeText(value);
    default:
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : JSON.stringify(value);
  }
};

/** JSON as people write it; a text that holds JSON is shown as that. */
const codeText = (value: Json): string =>
  typeof value === 'string' && /^\s*[[{]/.test(value) ? value : JSON.stringify(value, undefined, 2);

/** True for a value that the field of this property can show as it is. */
export const isShowable = (definition: PropertyDefinition, value: Json | undefined): boolean =>
  value === undefined ||
  fitsProperty(definition, value) ||
  (definition.type === 'enum' && (typeof value === 'string' || typeof value === 'number'));

/** What the field shows: the draft, until the design changes under it by an undo or a fix. */
export const draftOver = <T>(
  draft: Draft<T> | undefined,
  value: Json | undefined,
): T | undefined => (draft !== undefined && sameJson(draft.over, value) ? draft.typed : undefined);
