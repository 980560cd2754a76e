import { catalogFacts } from '../../../../shared/rules/catalog.ts';
import { isReference } from '../../../../shared/rules/catalog-facts.ts';

/** What a deletion has to know, so that nothing refers to what is gone. */
export const references = { isReference: isReference(catalogFacts) };
