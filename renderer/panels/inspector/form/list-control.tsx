import { type PropertyDefinition, text } from '../../../../shared/catalog/property.ts';
import type { Json } from '../../../../shared/lib/json.ts';
import { RowList } from '../../../ui/fields/row-list.tsx';
import {
  addRow,
  changeRow,
  contentsOf,
  moveRow,
  type Row,
  removeRow,
  rowsOf,
} from '../../../ui/fields/rows.ts';
import { showValue } from '../values/limits.ts';
import { useDraft } from './drafts.ts';
import { useForm } from './form-context.ts';
import { ItemControl } from './item-control.tsx';
import type { ValueProps } from './value-props.ts';

type Rows = readonly Row<Json | undefined>[];

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** A list: one row for each entry. A row that is still empty waits beside the design. */
export const ListControl = ({ definition, label, value, setValue, draftName }: ValueProps) => {
  const { isLocked } = useForm();
  const proposed = listOf(definition.default);
  const { typed, keep } = useDraft<Rows>(draftName, value);
  const rows: Rows = typed ?? rowsOf(listOf(value));
  const put = (next: Rows): void => {
    const filled = contentsOf(next).filter((item): item is Json => item !== undefined);
    // An empty list is a value of its own where something else would count otherwise.
    const none: Json | undefined = proposed.length === 0 || value === undefined ? undefined : [];
    const after = filled.length === 0 ? none : filled;
    if (value !== undefined || after !== undefined) setValue(after);
    keep(next, after);
  };
  const noun = nounOf(definition);
  return (
    <RowList
      rows={rows}
      noun={noun}
      label={label}
      isLocked={isLocked}
      isCards={definition.items?.fields !== undefined}
      empty={emptyText(value, proposed, isLocked)}
      onAdd={() => {
        // Whoever adds to what is proposed means to keep the rest of it.
        const base = value === undefined && typed === undefined ? rowsOf(proposed) : rows;
        put(addRow(base, undefined));
      }}
      onRemove={(key) => put(removeRow(rows, key))}
      onMove={(key, by) => put(moveRow(rows, key, by))}
    >
      {(row, index) => (
        <ItemControl
          definition={definition.items ?? itemOf(row.content)}
          label={`${label}, ${noun} ${index + 1}`}
          value={row.content}
          draftName={`${draftName}/${row.key}`}
          setValue={(item) => put(changeRow(rows, row.key, item))}
        />
      )}
    </RowList>
  );
};

/** What an entry is where the catalog does not say: a text, or whatever the file has. */
const itemOf = (content: Json | undefined): PropertyDefinition =>
  content === undefined || typeof content === 'string' ? text() : { type: 'json' };

const nounOf = ({ items }: PropertyDefinition): string => items?.noun ?? 'entry';

const emptyText = (
  value: Json | undefined,
  proposed: readonly Json[],
  isLocked: boolean,
): string | undefined => {
  if (value === undefined && proposed.length > 0)
    return `${proposed.map((item) => showValue(item)).join(', ')} (default)`;
  return Array.isArray(value) && proposed.length > 0
    ? 'None at all.'
    : isLocked
      ? 'None.'
      : undefined;
};
