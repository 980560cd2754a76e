import { defineMechanism } from '../connection.ts';
import { callSettings } from '../pipes/settings.ts';

export interface PipeEnrichment {
  /** The ARN to call where it is not the attribute `arn`: a text with placeholders. */
  readonly arn?: string;
}

/** A pipe asks for what its records lack, before the target gets them. */
export const pipeEnrichment = defineMechanism<PipeEnrichment>({
  id: 'pipe-enrichment',
  family: 'event',
  onPath: 'last',
  title: 'Enrichment of a pipe',
  explain:
    'Between filter and target the pipe calls the enrichment with the batch and waits; what comes back goes to the target in the place of the batch. An empty answer means that there is nothing to deliver. It has five minutes.',
  emit(scope) {
    const { source, target, options } = scope;
    // A pipe that is none has been refused by its own file.
    if (!source.out.has(source.id)) return;
    source.out.set(
      source.id,
      'Enrichment',
      options.arn === undefined ? target.attribute('arn') : scope.fill(options.arn),
    );
    const settings = callSettings(scope);
    if (Object.keys(settings).length > 0)
      source.out.set(source.id, 'EnrichmentParameters', settings);
    for (const statement of scope.statements('source-role'))
      source.out.allow(source.node.id, statement);
  },
});
