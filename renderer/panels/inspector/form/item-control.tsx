import { useId } from 'react';
import type { PropertyDefinition } from '../../../../shared/catalog/property.ts';
import { isIntrinsic } from '../../../../shared/model/value.ts';
import { ChoiceLine, OpenChoiceLine } from '../../../ui/fields/choice-inputs.tsx';
import { NumberLine, TextArea, TextLine } from '../../../ui/fields/text-inputs.tsx';
import { overLimits } from '../values/limits.ts';
import { isShowable, readText, textOf } from '../values/reading.ts';
import { useDraft } from './drafts.ts';
import classes from './form.module.css';
import { useForm } from './form-context.ts';
import { RecordControl } from './record-control.tsx';
import type { ValueProps } from './value-props.ts';

/** One entry of a list or table, without a label of its own to be seen. */
export const ItemControl = (props: ValueProps & { readonly placeholder?: string }) => {
  const { definition, value } = props;
  if (definition.fields && !isIntrinsic(value) && isShowable(definition, value))
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as freely.
      <div role="group" aria-label={props.label}>
        <RecordControl {...props} />
      </div>
    );
  const isRaw = isIntrinsic(value) || !isShowable(definition, value);
  return <LineControl {...props} definition={isRaw ? { type: 'json' } : definition} />;
};

const LineControl = ({
  definition,
  label,
  value,
  setValue,
  draftName,
  placeholder,
}: ValueProps & { readonly placeholder?: string }) => {
  const { isLocked } = useForm();
  const id = useId();
  const { typed, keep } = useDraft<string>(draftName, value);
  const shown = typed ?? textOf(definition, value);
  const reading = readText(definition, shown);
  const problem =
    reading.kind === 'wrong'
      ? reading.problem
      : reading.kind === 'value'
        ? overLimits(definition, reading.value)
        : undefined;
  const onText = (next: string): void => {
    const read = readText(definition, next);
    const after = read.kind === 'value' ? read.value : read.kind === 'unset' ? undefined : value;
    if (read.kind !== 'wrong') setValue(after);
    keep(next, after);
  };
  const ids = {
    id,
    labelId: '',
    describedBy: problem === undefined ? undefined : `${id}-problem`,
    isWrong: problem !== undefined,
  };
  const line = { ids, text: shown, onText, label, placeholder, isLocked };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left.
    <div onBlur={() => reading.kind !== 'wrong' && keep(undefined)}>
      <Line {...line} definition={definition} />
      {problem !== undefined && (
        <p className={classes.itemProblem} id={`${id}-problem`} role="status">
          {problem}
        </p>
      )}
    </div>
  );
};

const Line = ({
  definition,
  ...line
}: Parameters<typeof TextLine>[0] & { readonly definition: PropertyDefinition }) => {
  const { ids, text, onText, label, placeholder, isLocked = false } = line;
  switch (definition.type) {
    case 'integer':
    case 'number':
      return (
        <NumberLine {...line} unit={definition.unit} min={definition.min} max={definition.max} />
      );
    case 'enum': {
      const choices = (definition.values ?? []).map((item) => ({
        value: String(item),
        label: String(item),
      }));
      const choice = { ids, value: text, choices, onChoose: onText, label, placeholder, isLocked };
      return definition.open === true ? <OpenChoiceLine {...choice} /> : <ChoiceLine {...choice} />;
    }
    case 'json':
    case 'object':
    case 'list':
    case 'map':
      return <TextArea {...line} isCode />;
    default:
      return <TextLine {...line} />;
  }
};
