import { isJsonObject, type Json } from '../../lib/json.ts';
import { intrinsicFunctions } from './asl-fields.ts';
import { isOpenValue } from './asl-open.ts';
import type { AddAslProblem, AslProblemCode } from './asl-problem.ts';
import type { AslPath } from './asl-types.ts';
import type { QueryLanguage } from './dynamic.ts';

/** Where a value stands. */
export interface AslPlace {
  readonly path: AslPath;
  readonly place: string;
  /** Undefined where nobody knows before deployment. */
  readonly language: QueryLanguage | undefined;
}

/** True for a JSONata expression as a whole. */
export const isExpression = (value: Json | undefined): boolean =>
  typeof value === 'string' && value.startsWith('{%') && value.endsWith('%}');

const functions: ReadonlySet<string> = new Set(intrinsicFunctions);

/** Looks for one query language's way of writing where the other counts, in a value of any depth. */
export const checkPayload = (at: AslPlace, value: Json, add: AddAslProblem): void => {
  if (at.language === undefined || isOpenValue(value)) return;
  if (typeof value === 'string') checkText(at, value, add);
  else if (Array.isArray(value))
    value.forEach((item: Json, index) => {
      checkPayload({ ...at, path: [...at.path, index] }, item, add);
    });
  else if (isJsonObject(value))
    for (const [key, item] of Object.entries(value)) {
      const inner = { ...at, path: [...at.path, key] };
      if (!key.endsWith('.$')) checkPayload(inner, item, add);
      else if (at.language === 'JSONata') say('marked', inner, key, key.slice(0, -2), add);
      else checkPath(inner, key, item, add);
    }
};

const say = (
  code: AslProblemCode,
  { path, place }: AslPlace,
  field: string,
  detail: string,
  add: AddAslProblem,
): void => add({ code, path, place, field, detail });

const fieldOf = ({ path }: AslPlace): string =>
  String(path.findLast((step) => typeof step === 'string') ?? '');

const checkText = (at: AslPlace, value: string, add: AddAslProblem): void => {
  if (at.language === 'JSONata') {
    const trimmed = value.trim();
    if (!isExpression(value) && (trimmed.startsWith('{%') || trimmed.endsWith('%}')))
      say('unclosed', at, fieldOf(at), '', add);
  } else if (isExpression(value)) say('braces', at, fieldOf(at), '', add);
};

/** What stands behind a key that ends in `.$`, or in a field for a path that also takes functions. */
export const checkPath = (at: AslPlace, field: string, value: Json, add: AddAslProblem): void => {
  if (isOpenValue(value)) return;
  if (typeof value !== 'string' || !/^(?:\$|States\.)/.test(value)) {
    say('noPath', at, field, '', add);
    return;
  }
  const [, name] = /^(States\.[A-Za-z0-9.]*)/.exec(value) ?? [];
  if (name !== undefined && !functions.has(name)) say('noFunction', at, field, name, add);
};
