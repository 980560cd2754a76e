import { useEffect } from 'react';
import { text } from '../../../../shared/catalog/property.ts';
import { isJsonObject, type Json } from '../../../../shared/lib/json.ts';
import classes from '../../../ui/fields/fields.module.css';
import { RowList } from '../../../ui/fields/row-list.tsx';
import {
  addRow,
  changeRow,
  contentsOf,
  type Row,
  removeRow,
  rowsOf,
} from '../../../ui/fields/rows.ts';
import { TextLine } from '../../../ui/fields/text-inputs.tsx';
import { type Pair, pairsOf, readPairs } from '../values/pairs.ts';
import { useDraft } from './drafts.ts';
import { useForm } from './form-context.ts';
import { ItemControl } from './item-control.tsx';
import type { ValueProps } from './value-props.ts';

/** Names with values, in two columns. */
export const MapControl = ({
  label,
  value,
  setValue,
  draftName,
  onProblem,
}: ValueProps & { readonly onProblem: (problem: string | undefined) => void }) => {
  const { isLocked } = useForm();
  const { typed, keep } = useDraft<readonly Row<Pair>[]>(draftName, value);
  const rows = typed ?? rowsOf(pairsOf(isJsonObject(value) ? value : {}));
  const { problem } = readPairs(contentsOf(rows));
  useEffect(() => onProblem(problem), [problem, onProblem]);
  const put = (next: readonly Row<Pair>[]): void => {
    const { map } = readPairs(contentsOf(next));
    const after: Json | undefined = Object.keys(map).length === 0 ? undefined : map;
    if (value !== undefined || after !== undefined) setValue(after);
    keep(next, after);
  };
  return (
    <RowList
      rows={rows}
      noun="entry"
      label={label}
      isLocked={isLocked}
      empty={isLocked ? 'None.' : undefined}
      onAdd={() => put(addRow(rows, { name: '', value: undefined }))}
      onRemove={(key) => put(removeRow(rows, key))}
    >
      {({ key, content }, index) => (
        <div className={classes.pair}>
          <TextLine
            ids={{ id: `${draftName}-${key}`, labelId: '', describedBy: undefined, isWrong: false }}
            label={`${label}, name ${index + 1}`}
            text={content.name}
            placeholder="Name"
            isLocked={isLocked}
            onText={(name) => put(changeRow(rows, key, { ...content, name }))}
          />
          <ItemControl
            definition={typeof (content.value ?? '') === 'string' ? text() : { type: 'json' }}
            label={`${label}, value ${index + 1}`}
            placeholder="Value"
            value={content.value}
            draftName={`${draftName}/${key}`}
            setValue={(next) => put(changeRow(rows, key, { ...content, value: next }))}
          />
        </div>
      )}
    </RowList>
  );
};
