import type { ReactNode } from 'react';
import type { PropertyDefinition } from '../../../../shared/catalog/property.ts';
import type { Json } from '../../../../shared/lib/json.ts';

/** A value that is edited. */
export interface ValueProps {
  readonly definition: PropertyDefinition;
  readonly label: string;
  /** Undefined: unset. */
  readonly value: Json | undefined;
  readonly setValue: (value: Json | undefined) => void;
  /** Tells this value from all others of the document. */
  readonly draftName: string;
}

/** A value that is edited by a field of its own. */
export interface ValueFieldProps extends ValueProps {
  readonly name?: string | undefined;
  readonly isNested?: boolean;
  /** Several owners that differ: what the field says then. */
  readonly mixed?: string | undefined;
  readonly isSet?: boolean;
  readonly tools?: ReactNode;
  readonly below?: ReactNode;
  readonly anchor?: string;
  /** Somebody else says already what is wrong with the value. */
  readonly hasFindings?: boolean;
  readonly onLeave?: () => void;
}
