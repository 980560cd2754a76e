import { expect, test } from 'vitest';
import { inlineText } from './markdown.ts';

test.each([
  ['Order queue', 'Order queue'],
  ['a\n# b\r\n\u2028c\u0000d', 'a # b c d'],
  ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
  ['<b>&amp;</b>', '\\<b\\>\\&amp;\\</b\\>'],
  ['see https://example.com or www.example.com', 'see https\\://example.com or www\\.example.com'],
  ['me@example.com', 'me\\@example.com'],
  ['# one', '\\# one'],
  ['- one-two', '\\- one-two'],
  ['1. one', '1\\. one'],
  ['![x](y)', '!\\[x\\](y)'],
  ['a|b', 'a\\|b'],
  ['arn:aws:sqs', 'arn:aws:sqs'],
  ['\u202ecod.exe', 'cod.exe'],
])('%j becomes %j', (text, markdown) => {
  expect(inlineText(text)).toBe(markdown);
});
