import type { Rule } from '../rule.ts';
import { modelConnectionNotAllowed } from './connection-not-allowed.rule.ts';
import { modelConnectionReversed } from './connection-reversed.rule.ts';
import { modelDanglingEdge } from './dangling-edge.rule.ts';
import { modelDuplicateConnection } from './duplicate-connection.rule.ts';
import { modelDuplicateId } from './duplicate-id.rule.ts';
import { modelIllegalContainer } from './illegal-container.rule.ts';
import { modelIsolatedNode } from './isolated-node.rule.ts';
import { modelUnknownKind } from './unknown-kind.rule.ts';

export const modelRules: readonly Rule[] = [
  modelUnknownKind,
  modelDanglingEdge,
  modelDuplicateId,
  modelConnectionNotAllowed,
  modelConnectionReversed,
  modelDuplicateConnection,
  modelIllegalContainer,
  modelIsolatedNode,
];
