import { serviceOf } from '../../../shared/catalog/catalog.ts';
import type { Meaning, Way } from '../../../shared/connecting/meaning.ts';
import { deliveries, explainWay, quoted, titleOf } from '../../../shared/connecting/words.ts';
import type { Node } from '../../../shared/model/design.ts';
import { iconAddress } from '../../assets/icons.ts';
import { CheckIcon, InsertIcon, RightIcon, WarningIcon } from '../../ui/glyphs.tsx';
import classes from './connecting.module.css';
import { PathPicture } from './path-picture.tsx';

/*
 * What the card about a line is put together from.
 */

/** The two ends, and whether a line leads from one to the other. */
export const Pair = ({
  source,
  target,
  isRefused,
}: {
  readonly source: Node;
  readonly target: Node;
  readonly isRefused: boolean;
}) => (
  <div className={classes.pair} aria-hidden="true">
    <End node={source} />
    <svg
      width="34"
      height="12"
      viewBox="0 0 34 12"
      aria-hidden="true"
      data-refused={isRefused || undefined}
    >
      <path
        d="M1 6h25"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={isRefused ? '3 3' : undefined}
      />
      <path d="M25 2l7 4-7 4z" fill="currentColor" />
      {isRefused && <path d="m10 2 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.8" />}
    </svg>
    <End node={target} />
  </div>
);

const End = ({ node: { kind, name } }: { readonly node: Node }) => {
  const icon = iconAddress(serviceOf(kind)?.icon ?? '');
  return (
    <span className={classes.end} title={`${name} (${titleOf(kind)})`}>
      {icon !== undefined && <img src={icon} alt="" draggable={false} />}
      <span>{name}</span>
    </span>
  );
};

/** What a line can mean, each with one line of explanation. */
export const Ways = ({
  ways,
  source,
  target,
  onChoose,
  start,
}: {
  readonly ways: readonly Way[];
  readonly source: Node;
  readonly target: Node;
  readonly onChoose: (way: Way) => void;
  /** The digit of the first. */
  readonly start: number;
}) => (
  <div className={classes.ways} role="menu" aria-label="Meanings">
    {ways.map((way, at) => {
      const { definition, isReversed, existing } = way;
      const [from, to] = isReversed ? [target, source] : [source, target];
      return (
        <button
          key={`${definition.id} ${isReversed}`}
          type="button"
          role="menuitem"
          className={classes.way}
          data-choice
          data-number
          data-delivery={definition.delivery}
          onClick={() => onChoose(way)}
        >
          <span className={classes.digit} aria-hidden="true">
            {start + at < 10 ? start + at : ''}
          </span>
          <span className={classes.texts}>
            <span className={classes.verb}>
              {isReversed ? (
                <>
                  {quoted(from.name)} <b>{definition.label}</b> {quoted(to.name)}
                </>
              ) : (
                <b>{definition.label}</b>
              )}
              {existing && (
                <span className={classes.there}>
                  <CheckIcon /> there already: show it
                </span>
              )}
            </span>
            <span className={classes.line}>{explainWay(definition)}</span>
          </span>
        </button>
      );
    })}
  </div>
);

/** What works in place of the line, with the button that builds it. */
export const Instead = ({
  meaning: { detour, why, kind },
  onBuild,
  number,
}: {
  readonly meaning: Meaning;
  readonly onBuild: () => void;
  readonly number: number | undefined;
}) =>
  detour && (
    <section className={classes.instead} aria-label="What works instead">
      {kind === 'allowed' && (
        <p className={classes.usual}>
          <WarningIcon />
          <span>{why}</span>
        </p>
      )}
      <PathPicture detour={detour} />
      {detour.edit && (
        <button
          type="button"
          className={classes.build}
          data-choice
          data-number={number}
          onClick={onBuild}
        >
          {number === undefined ? (
            <InsertIcon />
          ) : (
            <span className={classes.digit} aria-hidden="true">
              {number}
            </span>
          )}
          {detour.title}
        </button>
      )}
      {!detour.edit && (
        <p className={classes.hand}>
          {detour.shape === 'between'
            ? 'Draw this yourself: one of the steps needs what only you know.'
            : detour.isThere.every(Boolean)
              ? 'This is what works in its place, and it is there already.'
              : 'This is what works in its place. Draw it yourself: it needs what only you know, or a place to stand in.'}
        </p>
      )}
    </section>
  );

/** For a student: why, and what happens at each step of the way that works. */
export const Explanation = ({
  meaning: { reason, detour, ways, kind },
}: {
  readonly meaning: Meaning;
}) => {
  const rows = detour
    ? detour.steps.flatMap((step) => step ?? [])
    : ways.map(({ definition }) => definition);
  return (
    <div className={classes.explanation}>
      {kind === 'allowed' && reason !== '' && <p>{reason}</p>}
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row may come twice, and the list never changes.
        <div key={at}>
          <p>
            <RightIcon />{' '}
            <strong>
              {titleOf(row.from)} {row.label} {titleOf(row.to)}
            </strong>
          </p>
          <p>
            {explainWay(row)} {deliveries[row.delivery]}
          </p>
          <p className={classes.docs}>AWS: {row.docs}</p>
        </div>
      ))}
      {rows.length === 0 && <p>{reason}</p>}
    </div>
  );
};
