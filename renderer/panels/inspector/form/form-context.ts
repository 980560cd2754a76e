import { type ComponentType, createContext, useContext } from 'react';
import type { Subject } from '../../../../shared/graph/graph.ts';
import type { ValueFieldProps } from './value-props.ts';

/** What every field of a form knows. */
export interface Form {
  /** Nothing may be changed. */
  readonly isLocked: boolean;
  /** Help stands under the fields; otherwise only in the tooltips of their labels. */
  readonly showsHelp: boolean;
  /** The nodes or connections that are edited; all of one kind or type. */
  readonly owners: readonly Subject[];
  /** Draws a field within another one: an object may hold objects. */
  readonly Value: ComponentType<ValueFieldProps>;
}

export const FormContext = createContext<Form>({
  isLocked: true,
  showsHelp: true,
  owners: [],
  Value: () => null,
});

export const useForm = (): Form => useContext(FormContext);
