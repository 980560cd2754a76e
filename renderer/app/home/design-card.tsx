import { Loader, useComputedColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { Mark } from '../../ui/glyphs.tsx';
import classes from './home.module.css';

/** A design to open: its picture, its name and one line. The whole card is the button. */
export const DesignCard = ({
  picture,
  title,
  line,
  extra,
  isBusy = false,
  onClick,
}: {
  /** The addresses of its pictures; undefined shows a placeholder. */
  readonly picture:
    | {
        readonly light: string;
        readonly dark: string;
        readonly width?: number;
        readonly height?: number;
      }
    | undefined;
  readonly title: string;
  readonly line: ReactNode;
  /** What stands beside the button, such as a second one. */
  readonly extra?: ReactNode;
  readonly isBusy?: boolean;
  readonly onClick: () => void | Promise<void>;
}) => {
  const scheme = useComputedColorScheme('light');
  return (
    <article className={classes.card}>
      <button type="button" className={classes.open} onClick={onClick} aria-busy={isBusy}>
        <span className={classes.picture}>
          {picture === undefined ? (
            <span className={classes.placeholder}>
              <Mark size="2.5rem" />
            </span>
          ) : (
            <img
              src={picture[scheme]}
              data-wide={(picture.width ?? 0) > 5 * (picture.height ?? Infinity) || undefined}
              alt=""
              loading="lazy"
              decoding="async"
              draggable={false}
            />
          )}
          {isBusy && <Loader className={classes.busy ?? ''} size="sm" />}
        </span>
        <span className={classes.title}>{title}</span>
        <span className={classes.line}>{line}</span>
      </button>
      {extra}
    </article>
  );
};
