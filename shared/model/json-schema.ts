import { z } from 'zod';
import type { JsonObject } from '../lib/json.ts';
import { currentFormatVersion, designSchema, designSchemaUrl } from './design.ts';

/** The JSON Schema (draft 2020-12) of the design file, made from the parser's own schema. */
export const designJsonSchema = (): JsonObject => {
  const { $schema, ...schema } = z.toJSONSchema(designSchema, {
    target: 'draft-2020-12',
    io: 'input',
  });
  return {
    $schema: $schema ?? 'https://json-schema.org/draft/2020-12/schema',
    $id: designSchemaUrl(currentFormatVersion),
    title: 'Isobar design',
    description:
      'A serverless system on AWS, drawn with Isobar. Fields that are not named here are kept.',
    ...(schema as JsonObject),
  };
};
