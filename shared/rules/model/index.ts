import type { Rule } from '../rule.ts';
import { modelConnectionNotAllowed } from './connection-not-allowed.rule.ts';
import { modelConnectionPropertyForm } from './connection-property-form.rule.ts';
import { modelConnectionPropertyType } from './connection-property-type.rule.ts';
import { modelConnectionRequiredProperty } from './connection-required-property.rule.ts';
import { modelConnectionReversed } from './connection-reversed.rule.ts';
import { modelDanglingEdge } from './dangling-edge.rule.ts';
import { modelDuplicateConnection } from './duplicate-connection.rule.ts';
import { modelDuplicateId } from './duplicate-id.rule.ts';
import { modelIllegalContainer } from './illegal-container.rule.ts';
import { modelIsolatedNode } from './isolated-node.rule.ts';
import { modelPropertyForm } from './property-form.rule.ts';
import { modelPropertyType } from './property-type.rule.ts';
import { modelRequiredProperty } from './required-property.rule.ts';
import { modelUnknownKind } from './unknown-kind.rule.ts';

export const modelRules: readonly Rule[] = [
  modelUnknownKind,
  modelDanglingEdge,
  modelDuplicateId,
  modelConnectionNotAllowed,
  modelConnectionReversed,
  modelDuplicateConnection,
  modelRequiredProperty,
  modelConnectionRequiredProperty,
  modelPropertyType,
  modelConnectionPropertyType,
  modelPropertyForm,
  modelConnectionPropertyForm,
  modelIllegalContainer,
  modelIsolatedNode,
];
