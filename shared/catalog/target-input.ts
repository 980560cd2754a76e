import { isJsonObject, type Json } from '../lib/json.ts';
import { type Code, call, object, text } from '../lib/typescript/syntax.ts';
import { codeOf } from './code.ts';
import { document, type Expression, type ExpressionObject, expressionOf } from './expression.ts';
import { jsonText } from './json-text.ts';

/** What a target of a rule gets instead of the whole event, in both exports. */
export interface TargetInput {
  readonly cfn: ExpressionObject;
  readonly code: Code | undefined;
}

/** An object that the CDK asks for the input as EventBridge takes it, since its own helpers rename the paths. */
const bound = (properties: Readonly<Record<string, Code | undefined>>): Code =>
  object({ bind: { kind: 'arrow', parameters: [], body: object(properties) } });

const asText = (value: Json): Expression => (typeof value === 'string' ? value : jsonText(value));

/**
 * The input of a rule's target: `{ inputPathsMap, inputTemplate }` rewrites the event, `{ input }` is always the
 * same, `{ inputPath }` is a part of the event.
 */
export const targetInput = (value: Json | undefined): TargetInput => {
  if (!isJsonObject(value)) return { cfn: {}, code: undefined };
  const { inputPathsMap, inputTemplate, input, inputPath } = value;
  if (inputTemplate !== undefined && inputTemplate !== null) {
    const template = asText(inputTemplate);
    const paths = isJsonObject(inputPathsMap) ? expressionOf(inputPathsMap) : undefined;
    return {
      cfn: {
        InputTransformer: {
          InputPathsMap: paths === undefined ? undefined : document(paths),
          InputTemplate: template,
        },
      },
      code: bound({
        inputPathsMap: paths === undefined ? undefined : codeOf(paths),
        inputTemplate: codeOf(template),
      }),
    };
  }
  if (typeof inputPath === 'string')
    return {
      cfn: { InputPath: inputPath },
      code: call('events.RuleTargetInput.fromEventPath', text(inputPath)),
    };
  if (input !== undefined && input !== null)
    return {
      cfn: { Input: asText(input) },
      code: isJsonObject(input)
        ? call('events.RuleTargetInput.fromObject', codeOf(expressionOf(input)))
        : bound({ input: codeOf(asText(input)) }),
    };
  return { cfn: {}, code: undefined };
};
