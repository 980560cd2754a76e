import { describe, expect, it } from 'vitest';
import {
  inOtherWords,
  type NumberReading,
  readNumber,
  showNumber,
  showQuantity,
  stepOf,
  stepped,
} from './quantity.ts';

const problemOf = (reading: NumberReading): string =>
  reading.kind === 'wrong' ? reading.problem : reading.kind;

describe('reading a number', () => {
  it.each([
    ['30', undefined, 30],
    [' 30 ', 's', 30],
    ['30s', 's', 30],
    ['15 min', 's', 900],
    ['2 h', 's', 7200],
    ['1 day', 's', 86_400],
    ['1.5 h', 'min', 90],
    ['0.5', undefined, 0.5],
    ['.5', undefined, 0.5],
    ['-1', undefined, -1],
    ['10,240', 'MB', 10_240],
    ['1 048 576', 'bytes', 1_048_576],
    ['2 GB', 'MB', 2048],
    ['256 KB', 'bytes', 262_144],
    ['100 %', '%', 100],
    ['1e3', undefined, 1000],
    ['0.1 s', 'ms', 100],
  ])('reads %j in %j as %d', (text, unit, value) => {
    expect(readNumber(text, { unit })).toEqual({ kind: 'number', value });
  });

  it('takes nothing for nothing', () => {
    expect(readNumber('  ', { unit: 's' })).toEqual({ kind: 'empty' });
  });

  it.each([
    ['abc', 's', '“abc” is no number.'],
    ['-', 's', '“-” is no number.'],
    ['1,5', 's', 'Write decimals with a point.'],
    ['5 MB', 's', '“MB” is no unit that becomes s.'],
    ['5 apples', undefined, 'A plain number is wanted, without “apples”.'],
    ['1e999', undefined, 'This number is too large.'],
  ])('says what is wrong with %j', (text, unit, problem) => {
    expect(problemOf(readNumber(text, { unit }))).toBe(problem);
  });

  it('wants whole numbers where parts make no sense', () => {
    expect(problemOf(readNumber('1.5', { whole: true }))).toBe('A whole number is wanted.');
    expect(readNumber('1.5 min', { unit: 's', whole: true })).toEqual({
      kind: 'number',
      value: 90,
    });
  });
});

describe('showing a number', () => {
  it('groups thousands and keeps the unit apart', () => {
    expect(showNumber(10_240)).toBe('10,240');
    expect(showNumber(0.25)).toBe('0.25');
    expect(showQuantity(900, 's')).toBe('900 s');
    expect(showQuantity(1, 'days')).toBe('1 day');
    expect(showQuantity(5, undefined)).toBe('5');
  });

  it.each([
    [345_600, 's', '4 days'],
    [900, 's', '15 minutes'],
    [60, 's', '1 minute'],
    [90, 's', '1.5 minutes'],
    [10_240, 'MB', '10 GB'],
    [262_144, 'bytes', '256 KB'],
    [29_000, 'ms', '29 seconds'],
    [30, 's', undefined],
    [100, 's', undefined],
    [0, 's', undefined],
    [5, undefined, undefined],
  ])('says %d %s as %s', (value, unit, words) => {
    expect(inOtherWords(value, unit)).toBe(words);
  });
});

describe('stepping', () => {
  it('goes to the next mark of the grid', () => {
    expect(stepped(30, 1, { step: 1 })).toBe(31);
    expect(stepped(130, 1, { step: 64 })).toBe(192);
    expect(stepped(130, -1, { step: 64 })).toBe(128);
    expect(stepped(128, -1, { step: 64 })).toBe(64);
  });

  it('stays within the limits', () => {
    expect(stepped(900, 1, { step: 1, max: 900 })).toBe(900);
    expect(stepped(128, -1, { step: 64, min: 128 })).toBe(128);
    expect(stepped(5000, 1, { step: 1, max: 900 })).toBe(900);
  });

  it('is larger where single units say little', () => {
    expect(stepOf('MB', 10_240)).toBe(64);
    expect(stepOf('s', 900)).toBe(1);
    expect(stepOf('s', 1_209_600)).toBe(60);
    expect(stepOf(undefined, undefined)).toBe(1);
  });
});
