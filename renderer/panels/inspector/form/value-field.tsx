import { useState } from 'react';
import type { PropertyDefinition } from '../../../../shared/catalog/property.ts';
import { wantedBy } from '../../../../shared/catalog/property-value.ts';
import type { Json } from '../../../../shared/lib/json.ts';
import { isIntrinsic } from '../../../../shared/model/value.ts';
import { ChoiceLine, OpenChoiceLine, YesNo } from '../../../ui/fields/choice-inputs.tsx';
import { type ControlIds, Field } from '../../../ui/fields/field.tsx';
import { inOtherWords, readNumber } from '../../../ui/fields/quantity.ts';
import { NumberLine, TextArea, TextLine } from '../../../ui/fields/text-inputs.tsx';
import { defaultText, limitsOf, overLimits } from '../values/limits.ts';
import { isShowable, readText, textOf } from '../values/reading.ts';
import { CodeDialog } from './code-dialog.tsx';
import { useDraft } from './drafts.ts';
import { useForm } from './form-context.ts';
import { IntrinsicControl } from './intrinsic-control.tsx';
import { ListControl } from './list-control.tsx';
import { MapControl } from './map-control.tsx';
import { RecordControl } from './record-control.tsx';
import { ReferenceControl } from './reference-control.tsx';
import type { ValueFieldProps } from './value-props.ts';

/** A value with the control that its type wants. Knows nothing of kinds: the definition says it all. */
export const ValueField = (props: ValueFieldProps) => {
  const { definition, value, draftName } = props;
  const { typed } = useDraft<unknown>(`${draftName}!`, value);
  if (isIntrinsic(value) || typed !== undefined) return <IntrinsicField {...props} />;
  if (!isShowable(definition, value)) return <RawField {...props} />;
  switch (definition.type) {
    case 'boolean':
      return <SwitchField {...props} />;
    case 'list':
    case 'map':
      return <RowsField {...props} />;
    case 'object':
      return definition.fields ? <RowsField {...props} /> : <TypedField {...props} />;
    default:
      return <TypedField {...props} />;
  }
};

/** What all sorts of fields say around their control. */
const useFrame = (props: ValueFieldProps) => {
  const { definition } = props;
  const { showsHelp } = useForm();
  const { help, required } = definition;
  return {
    label: props.label,
    name:
      showsHelp || help === undefined ? props.name : [props.name, help].filter(Boolean).join(': '),
    isRequired: required === true,
    help: showsHelp ? help : undefined,
    isSet: props.isSet === true,
    isNested: props.isNested === true,
    tools: props.tools,
    below: props.below,
    ...(props.anchor !== undefined && { anchor: props.anchor }),
  };
};

/** One whose text is read while it is typed. */
const TypedField = (props: ValueFieldProps) => {
  const { definition, value, setValue, draftName, hasFindings = false } = props;
  const frame = useFrame(props);
  const { typed, keep } = useDraft<string>(draftName, value);
  const text = typed ?? textOf(definition, value);
  const reading = readText(definition, text);
  const onText = (next: string): void => {
    const read = readText(definition, next);
    const after = read.kind === 'value' ? read.value : read.kind === 'unset' ? undefined : value;
    if (read.kind !== 'wrong') setValue(after);
    keep(next, after);
  };
  const over =
    reading.kind === 'value' && !hasFindings ? overLimits(definition, reading.value) : undefined;
  const problem = reading.kind === 'wrong' ? `${reading.problem} ${keptWords(value)}` : over;
  const isCode = definition.type === 'json' || definition.type === 'object';
  return (
    <Field
      {...frame}
      isWide={isCode}
      limits={
        props.isNested === true && definition.type === 'string'
          ? undefined
          : limitsText(definition, text)
      }
      problem={problem}
      onLeave={() => {
        // A value is shown as such from now on; what is none yet stays as it was typed.
        if (reading.kind !== 'wrong') keep(undefined);
        props.onLeave?.();
      }}
    >
      {(ids) => (
        <>
          <TypedControl {...props} ids={ids} text={text} onText={onText} />
          {isCode && (
            <CodeDialog
              label={props.label}
              definition={definition}
              property={props.anchor}
              text={text}
              onText={onText}
              problem={problem}
              onClose={() => props.onLeave?.()}
            />
          )}
        </>
      )}
    </Field>
  );
};

const keptWords = (value: Json | undefined): string =>
  value === undefined ? 'Nothing is set so far.' : 'The design keeps what it had.';

const limitsText = (definition: PropertyDefinition, text: string): string | undefined => {
  const limits = limitsOf(definition);
  const isNumber = definition.type === 'integer' || definition.type === 'number';
  const reading = isNumber ? readNumber(text, definition) : undefined;
  const words =
    reading?.kind === 'number' ? inOtherWords(reading.value, definition.unit) : undefined;
  return words === undefined ? limits : `${words}${limits === undefined ? '' : ` · ${limits}`}`;
};

const TypedControl = ({
  definition,
  mixed,
  ids,
  text,
  onText,
  value,
}: ValueFieldProps & {
  readonly ids: ControlIds;
  readonly text: string;
  readonly onText: (text: string) => void;
}) => {
  const { isLocked } = useForm();
  const isCode = definition.type === 'json' || definition.type === 'object';
  const proposal =
    isCode && definition.default !== undefined
      ? textOf(definition, definition.default)
      : defaultText(definition);
  const placeholder = mixed ?? proposal;
  const common = { ids, text, onText, placeholder, isLocked };
  // Decided once: the control must not change under the fingers of whoever types.
  const [isLong] = useState(
    () => text.length > 60 || text.includes('\n') || String(definition.default ?? '').length > 40,
  );
  switch (definition.type) {
    case 'integer':
    case 'number': {
      const { unit, min, max } = definition;
      const from = typeof definition.default === 'number' ? definition.default : undefined;
      return <NumberLine {...common} unit={unit} min={min} max={max} from={from} />;
    }
    case 'enum': {
      const { values = [], unit } = definition;
      const choices = values.map((item) => ({
        value: String(item),
        label: unit === undefined ? String(item) : `${item} ${unit}`,
      }));
      const choice = { ids, value: text, choices, onChoose: onText, placeholder, isLocked };
      return definition.open === true ? (
        <OpenChoiceLine {...choice} />
      ) : (
        <ChoiceLine {...choice} isClearable={definition.required !== true && value !== undefined} />
      );
    }
    case 'json':
    case 'object':
      return <TextArea {...common} isCode />;
    case 'node-ref':
    case 'connection-ref':
      return <ReferenceControl {...common} definition={definition} />;
    default:
      return isLong ? <TextArea {...common} /> : <TextLine {...common} />;
  }
};

const SwitchField = (props: ValueFieldProps) => {
  const { definition, value, setValue, mixed } = props;
  const frame = useFrame(props);
  const { isLocked } = useForm();
  const isOn = (value ?? definition.default) === true;
  return (
    <Field {...frame} isInline limits={mixed} {...(props.onLeave && { onLeave: props.onLeave })}>
      {(ids) => (
        <YesNo
          ids={ids}
          isOn={isOn}
          isLocked={isLocked}
          // Back to the default is the same as never touched, so that the file says no more than it must.
          onSwitch={(next) => setValue(next === definition.default ? undefined : next)}
        />
      )}
    </Field>
  );
};

/** One that is made of several: rows, names with values, or fields of its own. */
const RowsField = (props: ValueFieldProps) => {
  const { definition, value, hasFindings = false } = props;
  const frame = useFrame(props);
  const over = value === undefined || hasFindings ? undefined : overLimits(definition, value);
  const [problem, setProblem] = useState<string>();
  const control = { ...props, onProblem: setProblem };
  return (
    <Field
      {...frame}
      isWide
      limits={props.mixed ?? limitsOf(definition)}
      problem={problem ?? over}
      {...(props.onLeave && { onLeave: props.onLeave })}
    >
      {({ id, labelId }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as freely.
        <div id={id} role="group" aria-labelledby={labelId}>
          {definition.type === 'list' ? (
            <ListControl {...control} />
          ) : definition.type === 'map' ? (
            <MapControl {...control} />
          ) : (
            <RecordControl {...control} />
          )}
        </div>
      )}
    </Field>
  );
};

/** A value of a type that the control cannot show: kept, shown as it is in the file, and said so. */
const RawField = (props: ValueFieldProps) => {
  const { definition, value, setValue, draftName } = props;
  const frame = useFrame(props);
  const { isLocked } = useForm();
  const raw: PropertyDefinition = { type: 'json' };
  const { typed, keep } = useDraft<string>(`${draftName}?`, value);
  const text = typed ?? textOf(raw, value);
  return (
    <Field
      {...frame}
      isWide
      problem={`The file has a value of another type here; it should be ${wantedBy(definition)}.`}
      {...(props.onLeave && { onLeave: props.onLeave })}
    >
      {(ids) => (
        <TextArea
          ids={ids}
          text={text}
          isCode
          isLocked={isLocked}
          onText={(next) => {
            const read = readText(raw, next);
            const after =
              read.kind === 'value' ? read.value : read.kind === 'unset' ? undefined : value;
            if (read.kind !== 'wrong') setValue(after);
            keep(next, after);
          }}
        />
      )}
    </Field>
  );
};

const IntrinsicField = (props: ValueFieldProps) => {
  const frame = useFrame(props);
  return (
    <IntrinsicControl {...props} frame={frame} {...(props.onLeave && { onLeave: props.onLeave })} />
  );
};
