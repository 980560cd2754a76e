import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Way } from '../../../shared/connecting/meaning.ts';
import { nodeWords } from '../../../shared/connecting/words.ts';
import { deleteItems } from '../../../shared/model/edits/index.ts';
import { findNode } from '../../../shared/model/tree.ts';
import { buildDetour, drawWay } from '../../commands/connect.ts';
import { useApp, useDesign } from '../../store/hooks.ts';
import { CloseIcon } from '../../ui/glyphs.tsx';
import { Explanation, Instead, Pair, Ways } from './answer-parts.tsx';
import classes from './connecting.module.css';
import type { Phase } from './phase.ts';

type Answer = Extract<Phase, { readonly kind: 'answer' }>;

/**
 * What a line between two nodes can mean: several meanings to choose from, or why there is none and what works
 * instead. The keyboard goes through the choices by arrows and digits.
 */
export const AnswerCard = ({
  answer: { source: from, target: to, meaning, moved, isByKeys },
  onClose,
}: {
  readonly answer: Answer;
  readonly onClose: () => void;
}) => {
  const app = useApp();
  const design = useDesign();
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  const [isExplained, setExplained] = useState(false);
  const [source, target] = [findNode(design, from), findNode(design, to)];
  useEffect(() => choices(card.current)[0]?.focus({ preventScroll: true }), []);
  if (!source || !target) return null;

  const { detour } = meaning;
  const ways = moved ? [] : meaning.ways;
  const isRefused = meaning.kind !== 'allowed';
  const choose = (way: Way): void => {
    onClose();
    if (way.existing) app.select([way.existing.id]);
    else drawWay(app, way, source, target, { isChosen: isByKeys !== true });
  };
  const build = (): void => {
    if (!detour) return;
    onClose();
    buildDetour(app, detour, moved?.connection);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = choices(card.current);
    const now = all.findIndex((choice) => choice === document.activeElement);
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : undefined;
    // Nothing typed here is meant for the canvas.
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowDown') all[(now + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all[(now - 1 + all.length) % all.length]?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else if (digit !== undefined && numbered(card.current)[digit])
      numbered(card.current)[digit]?.click();
    else if (event.key === 'Tab') {
      // The keyboard stays here until something is chosen or closed.
      const stops = focusable(card.current);
      const at = stops.indexOf(document.activeElement as HTMLElement);
      stops[(at + (event.shiftKey ? -1 : 1) + stops.length) % stops.length]?.focus();
    } else return;
    event.preventDefault();
  };

  const title = isRefused
    ? meaning.kind === 'exists'
      ? 'Connected already'
      : meaning.isNesting
        ? 'Not with a line'
        : 'This cannot be connected directly'
    : 'What should the connection do?';
  const more = isRefused && ways.length > 0;
  return (
    <div
      ref={card}
      className={classes.answer}
      role="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onKeyDown={onKeyDown}
    >
      <div className={classes.head}>
        <Pair source={source} target={target} isRefused={isRefused && meaning.kind !== 'exists'} />
        <button type="button" className={classes.close} aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
      <h2 id={`${id}-title`} className={classes.title}>
        {title}
      </h2>
      <p id={`${id}-text`} className={classes.reason}>
        {meaning.reason !== '' && meaning.kind !== 'allowed'
          ? meaning.reason
          : `${nodeWords(source)} to ${nodeWords(target)}`}
      </p>
      {!isRefused && detour && <Instead meaning={meaning} onBuild={build} number={1} />}
      {!isRefused && (
        <Ways
          ways={ways}
          source={source}
          target={target}
          onChoose={choose}
          start={detour?.edit ? 2 : 1}
        />
      )}
      {isRefused && detour && <Instead meaning={meaning} onBuild={build} number={undefined} />}
      {isRefused && meaning.alternative !== undefined && (
        <p className={classes.alternative}>Or: {meaning.alternative}.</p>
      )}
      {more && (
        <>
          <h3 className={classes.sub}>
            {meaning.kind === 'exists'
              ? 'There already'
              : ways.every(({ isReversed }) => isReversed)
                ? 'The other way round'
                : 'What a line can do all the same'}
          </h3>
          <Ways ways={ways} source={source} target={target} onChoose={choose} start={1} />
        </>
      )}
      {isExplained && <Explanation meaning={meaning} />}
      <div className={classes.foot}>
        <button
          type="button"
          className={classes.link}
          aria-expanded={isExplained}
          onClick={() => setExplained(!isExplained)}
        >
          {isExplained ? 'Hide explanation' : 'Explain'}
        </button>
        {moved && !detour?.edit && (
          <button
            type="button"
            className={classes.link}
            onClick={() => {
              onClose();
              app.edit('Delete the connection', deleteItems([moved.connection.id]));
            }}
          >
            Delete the connection
          </button>
        )}
      </div>
    </div>
  );
};

const choices = (card: HTMLElement | null): readonly HTMLElement[] => [
  ...(card?.querySelectorAll<HTMLElement>('[data-choice]') ?? []),
  ...(card?.querySelector('[data-choice]')
    ? []
    : (card?.querySelectorAll<HTMLElement>('button') ?? [])),
];
const numbered = (card: HTMLElement | null): readonly HTMLElement[] => [
  ...(card?.querySelectorAll<HTMLElement>('[data-number]') ?? []),
];
const focusable = (card: HTMLElement | null): readonly HTMLElement[] => [
  ...(card?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? []),
];
