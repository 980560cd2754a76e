import { Fragment } from 'react';
import { serviceOf } from '../../../shared/catalog/catalog.ts';
import type { Detour } from '../../../shared/connecting/detour.ts';
import { titleOf } from '../../../shared/connecting/words.ts';
import { iconAddress } from '../../assets/icons.ts';
import classes from './connecting.module.css';

/** The path that works, as a small picture: what is new stands out. */
export const PathPicture = ({ detour: { kinds, isThere } }: { readonly detour: Detour }) => (
  <ol className={classes.path}>
    {kinds.map((kind, at) => {
      const icon = iconAddress(serviceOf(kind)?.icon ?? '');
      const isNew = isThere[at] !== true;
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: a kind may stand on its path twice, and the path never changes.
        <Fragment key={at}>
          {at > 0 && (
            <li className={classes.step} aria-hidden="true">
              <svg width="20" height="10" viewBox="0 0 20 10" aria-hidden="true">
                <path d="M0 5h14" stroke="currentColor" strokeWidth="1.5" />
                <path d="M12.5 1.5 18.5 5l-6 3.5z" fill="currentColor" />
              </svg>
            </li>
          )}
          <li className={classes.stop} data-new={isNew || undefined}>
            {icon !== undefined && <img src={icon} alt="" draggable={false} />}
            <span>{titleOf(kind)}</span>
          </li>
        </Fragment>
      );
    })}
  </ol>
);
