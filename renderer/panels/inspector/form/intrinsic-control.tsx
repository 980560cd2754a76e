import { useMemo } from 'react';
import type { Json } from '../../../../shared/lib/json.ts';
import { logicalIds } from '../../../../shared/model/logical-id.ts';
import { isIntrinsic } from '../../../../shared/model/value.ts';
import { useDesign } from '../../../store/hooks.ts';
import { ChoiceLine } from '../../../ui/fields/choice-inputs.tsx';
import { Field, type FieldProps } from '../../../ui/fields/field.tsx';
import { TextArea, TextLine } from '../../../ui/fields/text-inputs.tsx';
import {
  formOf,
  type IntrinsicForm,
  intrinsicForms,
  intrinsicText,
  readIntrinsic,
} from '../values/intrinsic.ts';
import { useDraft } from './drafts.ts';
import classes from './form.module.css';
import { useForm } from './form-context.ts';

/** What is typed into the editor of an intrinsic, and as which form. */
export interface IntrinsicDraft {
  readonly form: IntrinsicForm;
  readonly text: string;
}

/** The name of the draft that turns a field into the editor of an intrinsic. */
export const intrinsicDraft = (draftName: string): string => `${draftName}!`;

const pseudoParameters = ['AWS::Region', 'AWS::AccountId', 'AWS::StackName', 'AWS::Partition'];

/** The editor of an intrinsic, in the place of the control. */
export const IntrinsicControl = ({
  value,
  setValue,
  draftName,
  frame,
  onLeave,
}: {
  readonly value: Json | undefined;
  readonly setValue: (value: Json | undefined) => void;
  readonly draftName: string;
  readonly frame: Omit<FieldProps, 'children'>;
  readonly onLeave?: () => void;
}) => {
  const { isLocked } = useForm();
  const { typed, keep } = useDraft<IntrinsicDraft>(intrinsicDraft(draftName), value);
  const held = isIntrinsic(value) ? value : undefined;
  const form = typed?.form ?? (held ? formOf(held) : 'Ref');
  const text = typed?.text ?? (held ? intrinsicText(held, form) : '');
  const reading = readIntrinsic(form, text);
  const suggestions = useSuggestions(form);
  const put = (next: IntrinsicDraft): void => {
    const read = readIntrinsic(next.form, next.text);
    if (read.kind === 'value') setValue(read.value);
    keep(next, read.kind === 'value' ? read.value : value);
  };
  const about = intrinsicForms.find((item) => item.form === form);
  const line = {
    text,
    onText: (next: string) => put({ form, text: next }),
    placeholder: about?.example,
    isLocked,
  };
  return (
    <Field
      {...frame}
      isWide={form === 'json' || frame.isWide === true}
      limits="intrinsic"
      help={
        reading.kind === 'wrong' && text === ''
          ? `${about?.help ?? ''} ${reading.problem}`
          : about?.help
      }
      // Nobody has done anything wrong before the first letter.
      problem={reading.kind === 'wrong' && text !== '' ? reading.problem : undefined}
      onLeave={() => {
        if (reading.kind === 'value') keep(undefined);
        onLeave?.();
      }}
    >
      {(ids) => (
        <div className={classes.intrinsic} data-code={form === 'json' ? true : undefined}>
          <ChoiceLine
            ids={{
              id: `${ids.id}-form`,
              labelId: ids.labelId,
              describedBy: undefined,
              isWrong: false,
            }}
            label="Intrinsic function"
            value={form}
            isSearchable={false}
            choices={intrinsicForms.map((item) => ({ value: item.form, label: item.title }))}
            isLocked={isLocked}
            onChoose={(chosen) => {
              const next = intrinsicForms.find((item) => item.form === chosen);
              if (next) put({ form: next.form, text: carriedOver(held, form, next.form, text) });
            }}
          />
          {form === 'json' ? (
            <TextArea ids={ids} {...line} isCode />
          ) : (
            <TextLine ids={ids} {...line} suggestions={suggestions} />
          )}
        </div>
      )}
    </Field>
  );
};

/** What was typed stays when another form is chosen; as JSON the whole intrinsic is shown. */
const carriedOver = (
  held: Json | undefined,
  from: IntrinsicForm,
  to: IntrinsicForm,
  text: string,
): string => {
  if (to === 'json') return held === undefined ? text : intrinsicText(held, 'json');
  return from === 'json' && held !== undefined ? intrinsicText(held, formOf(held)) : text;
};

/** Logical ids of the design, for those who do not know them by heart. */
const useSuggestions = (form: IntrinsicForm): readonly string[] => {
  const design = useDesign();
  return useMemo(() => {
    const ids = [...logicalIds(design).values()];
    if (form === 'Ref') return [...ids, ...pseudoParameters];
    return form === 'Fn::GetAtt' ? ids.map((id) => `${id}.Arn`) : [];
  }, [design, form]);
};
