import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';
import { type ComparedWith, comparisons, timePattern } from './asl-comparisons.ts';
import { isFunctionOf, isOpenValue } from './asl-open.ts';
import { type AslPlace, checkPayload, isExpression } from './asl-payload.ts';
import type { AddAslProblem, AslProblemCode } from './asl-problem.ts';

/** Fields of a rule that stands in no other rule. */
const outer = ['Next', 'Comment', 'Assign', 'Output'];
const combining = ['And', 'Or', 'Not'];

const wanted: Readonly<Record<ComparedWith, string>> = {
  text: 'a text',
  number: 'a number',
  flag: 'true or false',
  time: 'a time such as 2030-01-31T12:00:00Z',
  path: 'a path such as $.order.id',
};

const fits = (value: Json, takes: ComparedWith): boolean => {
  if (isOpenValue(value)) return true;
  switch (takes) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'flag':
      return typeof value === 'boolean';
    case 'time':
      return typeof value === 'string' && timePattern.test(value);
    case 'path':
      return typeof value === 'string' && value.startsWith('$');
    default:
      return takes satisfies never;
  }
};

/** Checks the rules of a Choice state. */
export const checkChoices = (at: AslPlace, choices: Json, add: AddAslProblem): void => {
  if (!Array.isArray(choices)) return;
  choices.forEach((rule: Json, index) => {
    if (isFunctionOf(rule)) return;
    const own = {
      ...at,
      path: [...at.path, index],
      place: `rule ${index + 1} of ${at.place}`,
    };
    const say = speaker(own, add);
    if (!isJsonObject(rule)) {
      say('wrong', 'Choices', 'a list of objects: [{ … }]');
      return;
    }
    if (rule.Next === undefined) say('noNext', 'Next');
    else if (typeof rule.Next !== 'string' && !isOpenValue(rule.Next))
      say('wrong', 'Next', 'a text', ['Next']);
    if (at.language === 'JSONata') checkCondition(own, rule, add);
    else if (at.language === 'JSONPath') checkRule(own, rule, true, add);
  });
};

type Say = (code: AslProblemCode, field: string, detail?: string, path?: readonly string[]) => void;

const speaker =
  ({ path, place, language }: AslPlace, add: AddAslProblem): Say =>
  (code, field, detail = '', inner = []) =>
    add({ code, path: [...path, ...inner], place, field, detail, language });

const checkCondition = (at: AslPlace, rule: JsonObject, add: AddAslProblem): void => {
  const say = speaker(at, add);
  const { Condition: condition } = rule;
  if (condition === undefined) say('noCondition', 'Condition');
  else if (typeof condition !== 'boolean' && !isExpression(condition) && !isOpenValue(condition))
    say('wrong', 'Condition', 'true, false or a {% JSONata %} expression', ['Condition']);
  for (const key of Object.keys(rule))
    if (key !== 'Condition' && !outer.includes(key)) {
      const isJsonPath = key === 'Variable' || combining.includes(key) || comparisons.has(key);
      if (isJsonPath) say('otherLanguage', key, 'Condition', [key]);
      else say('unknown', key, '', [key]);
    }
  for (const key of ['Assign', 'Output'])
    if (rule[key] !== undefined) checkPayload({ ...at, path: [...at.path, key] }, rule[key], add);
};

const checkRule = (at: AslPlace, rule: JsonObject, isOuter: boolean, add: AddAslProblem): void => {
  const say = speaker(at, add);
  const tests: string[] = [];
  for (const [key, value] of Object.entries(rule)) {
    const takes = comparisons.get(key);
    if (takes !== undefined) {
      tests.push(key);
      if (!fits(value, takes)) say('operand', key, wanted[takes], [key]);
    } else if (combining.includes(key)) {
      tests.push(key);
      checkCombined({ ...at, path: [...at.path, key] }, key, value, add);
    } else if (key === 'Variable') {
      if (!fits(value, 'path')) say('operand', key, wanted.path, [key]);
    } else if (key === 'Condition') say('otherLanguage', key, 'Variable with a comparison', [key]);
    else if (key === 'Output') say('otherLanguage', key, 'a Pass state behind the rule', [key]);
    else if (key === 'Next' && !isOuter) say('innerNext', key, '', [key]);
    else if (!outer.includes(key)) say('unknown', key, '', [key]);
  }
  const [first = ''] = tests;
  if (tests.length === 0 && rule.Condition === undefined) say('noComparison', '');
  else if (tests.length > 1) say('manyComparisons', first, tests.slice(0, 4).join(', '));
  else if (rule.Variable === undefined && comparisons.has(first)) say('noVariable', first);
  if (rule.Assign !== undefined)
    checkPayload({ ...at, path: [...at.path, 'Assign'] }, rule.Assign, add);
};

const checkCombined = (at: AslPlace, key: string, value: Json, add: AddAslProblem): void => {
  if (isOpenValue(value)) return;
  const say = speaker(at, add);
  if (key === 'Not') {
    if (isJsonObject(value)) checkRule(at, value, false, add);
    else say('operand', key, 'a rule: { … }');
    return;
  }
  if (!Array.isArray(value) || value.length === 0) {
    say('operand', key, 'a list of rules: [{ … }]');
    return;
  }
  value.forEach((rule: Json, index) => {
    if (isFunctionOf(rule)) return;
    if (isJsonObject(rule)) checkRule({ ...at, path: [...at.path, index] }, rule, false, add);
    else say('operand', key, 'a list of rules: [{ … }]');
  });
};
