import { json } from '../../../../shared/catalog/property.ts';
import { isJsonObject, type Json } from '../../../../shared/lib/json.ts';
import { isIntrinsic } from '../../../../shared/model/value.ts';
import { type Reading, readText } from './reading.ts';

/*
 * A property may hold a CloudFormation intrinsic in the place of a value. The usual four have a field of their own,
 * every other is written as JSON.
 */

export type IntrinsicForm = 'Ref' | 'Fn::Sub' | 'Fn::GetAtt' | 'Fn::ImportValue' | 'json';

/** The forms, as templates write them, and what they are for. */
export const intrinsicForms: readonly {
  readonly form: IntrinsicForm;
  readonly title: string;
  readonly help: string;
  readonly example: string;
}[] = [
  {
    form: 'Ref',
    title: '!Ref',
    help: 'A parameter, or what a resource returns as its reference.',
    example: 'TimeoutParameter',
  },
  {
    form: 'Fn::Sub',
    title: '!Sub',
    help: 'A text with ${names} in it that are filled in at deployment.',
    example: '${AWS::StackName}-orders',
  },
  {
    form: 'Fn::GetAtt',
    title: '!GetAtt',
    help: 'An attribute of a resource: its logical id, a dot, the attribute.',
    example: 'OrdersTable.Arn',
  },
  {
    form: 'Fn::ImportValue',
    title: '!ImportValue',
    help: 'What another stack exports under this name.',
    example: 'network-VpcId',
  },
  {
    form: 'json',
    title: 'JSON',
    help: 'Any other intrinsic function, written as JSON.',
    example: '{ "Fn::Select": [0, { "Ref": "Names" }] }',
  },
];

/** The form in which an intrinsic is edited. */
export const formOf = (value: Json): IntrinsicForm => {
  if (!isJsonObject(value)) return 'json';
  if (typeof value.Ref === 'string') return 'Ref';
  if (typeof value['Fn::Sub'] === 'string') return 'Fn::Sub';
  if (typeof value['Fn::ImportValue'] === 'string') return 'Fn::ImportValue';
  return attributeText(value['Fn::GetAtt']) === undefined ? 'json' : 'Fn::GetAtt';
};

const attributeText = (value: Json | undefined): string | undefined => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) &&
    value.length === 2 &&
    value.every((part) => typeof part === 'string')
    ? value.join('.')
    : undefined;
};

/** What the field of a form shows for an intrinsic. */
export const intrinsicText = (value: Json, form: IntrinsicForm): string => {
  if (form === 'json' || !isJsonObject(value)) return JSON.stringify(value, undefined, 2);
  const argument = value[form];
  return (form === 'Fn::GetAtt' ? attributeText(argument) : undefined) ?? String(argument ?? '');
};

/** Reads what was typed into the field of a form; empty is no value yet, so the design keeps what it has. */
export const readIntrinsic = (form: IntrinsicForm, text: string): Reading => {
  const trimmed = text.trim();
  switch (form) {
    case 'Ref':
      if (trimmed === '') return missing('Write the name of a parameter or a logical id.');
      return /^(?:AWS::)?[A-Za-z0-9]+$/.test(trimmed)
        ? value({ Ref: trimmed })
        : missing('A name has letters and digits only, or begins with AWS::.');
    case 'Fn::Sub':
      return text === ''
        ? missing('Write the text; ${Name} is filled in.')
        : value({ [form]: text });
    case 'Fn::ImportValue':
      return trimmed === '' ? missing('Write the name of the export.') : value({ [form]: trimmed });
    case 'Fn::GetAtt': {
      const [, resource, attribute] = /^([A-Za-z0-9]+)\.([A-Za-z0-9.]+)$/.exec(trimmed) ?? [];
      return resource === undefined || attribute === undefined
        ? missing('Write a logical id, a dot and the attribute, such as OrdersTable.Arn.')
        : value({ [form]: [resource, attribute] });
    }
    case 'json': {
      const reading = readText(json(), text);
      if (reading.kind === 'unset') return missing('Write the intrinsic as JSON.');
      if (reading.kind === 'value' && !isIntrinsic(reading.value))
        return missing('An intrinsic is an object with the one key Ref, Condition or Fn::….');
      return reading;
    }
    default:
      return form satisfies never;
  }
};

const missing = (problem: string): Reading => ({ kind: 'wrong', problem });
const value = (made: Json): Reading => ({ kind: 'value', value: made });

/** An intrinsic in one line, as a template writes it: `!GetAtt Orders.Arn`. */
export const showIntrinsic = (intrinsic: Json): string => {
  const form = formOf(intrinsic);
  const title = intrinsicForms.find((item) => item.form === form)?.title ?? '';
  return form === 'json' ? JSON.stringify(intrinsic) : `${title} ${intrinsicText(intrinsic, form)}`;
};
