import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts';
import { isIntrinsic, type Value } from '../model/value.ts';
import type { KindFacts, Subject } from './graph.ts';
import { PropertyValues } from './property-values.ts';

/** The part of the graph that reads properties as a type. */
export abstract class TypedValues {
  private readonly values: PropertyValues;

  constructor(facts: KindFacts) {
    this.values = new PropertyValues(facts);
  }

  /** Notes that the subject is read. */
  protected abstract readSubject(subject: Subject): void;

  value(subject: Subject, property: string): Value<Json> | undefined {
    this.readSubject(subject);
    return this.values.of(subject, property);
  }

  number(subject: Subject, property: string): number | undefined {
    const value = this.value(subject, property);
    return typeof value === 'number' ? value : undefined;
  }

  text(subject: Subject, property: string): string | undefined {
    const value = this.value(subject, property);
    if (value === '') {
      const standard = this.values.defaultOf(subject, property);
      return typeof standard === 'string' && standard !== '' ? standard : undefined;
    }
    return typeof value === 'string' ? value : undefined;
  }

  boolean(subject: Subject, property: string): boolean | undefined {
    const value = this.value(subject, property);
    return typeof value === 'boolean' ? value : undefined;
  }

  list(subject: Subject, property: string): readonly Json[] | undefined {
    const value = this.value(subject, property);
    return isList(value) ? value : undefined;
  }

  object(subject: Subject, property: string): JsonObject | undefined {
    const value = this.value(subject, property);
    return isJsonObject(value) && !isIntrinsic(value) ? value : undefined;
  }
}

const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);
