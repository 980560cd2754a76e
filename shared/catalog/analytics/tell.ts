import { screamingSnakeCase } from '../../lib/words.ts';
import type { ConnectionScope } from '../connection.ts';

/** A variable for the code of the target, as a text with placeholders: where its data comes from. */
export interface TargetVariable {
  readonly name: string;
  readonly value: string;
}

/** Tells the target's code; several sources of one kind get variables of their own, by the source's id. */
export const tellTarget = (scope: ConnectionScope, variable: TargetVariable | undefined): void => {
  const { source, target, graph, definition } = scope;
  if (variable === undefined) return;
  const siblings = graph.incoming(target.node, { type: definition.id }).length;
  target.out.environment(
    target.node.id,
    siblings > 1 ? `${screamingSnakeCase(source.id)}_${variable.name}` : variable.name,
    scope.fill(variable.value),
  );
};
