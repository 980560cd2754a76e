import type { MouseEvent } from 'react';

/** Gives an element its whole text as a tooltip while not all of it can be seen. */
export const titleWhenCut = ({ currentTarget: element }: MouseEvent<HTMLElement>): void => {
  const isCut =
    element.scrollWidth > element.clientWidth + 1 ||
    element.scrollHeight > element.clientHeight + 1;
  if (isCut) element.title = element.textContent;
  else element.removeAttribute('title');
};

/** Text that may have to be cut; then all of it is a tooltip. */
export const CutText = ({
  className,
  children,
}: {
  readonly className: string | undefined;
  readonly children: string;
}) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: a tooltip only; a screen reader has the whole text anyway.
  <div className={className} onMouseEnter={titleWhenCut}>
    {children}
  </div>
);

/** A line of facts that may go on in a second one, but only between two facts: no unit without its number. */
export const wrappable = (text: string): string =>
  text
    .split(' · ')
    .map((part) => part.replaceAll(' ', '\u00a0'))
    .join('\u00a0· ');
