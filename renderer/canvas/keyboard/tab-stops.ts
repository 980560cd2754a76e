const kinds = 'a[href], button, input, select, textarea, [tabindex]';

const isStop = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 && !element.matches(':disabled') && element.getClientRects().length > 0;

/** Gives the keyboard to the first thing in an element; true when there was one. */
export const focusFirst = (element: Element): boolean => {
  const first = [...element.querySelectorAll<HTMLElement>(kinds)].find(isStop);
  first?.focus();
  return first !== undefined;
};

/** Gives the keyboard to the first thing after an element, or to the first of the page when there is none. */
export const focusAfter = (element: Element): void => {
  const stops = [...document.querySelectorAll<HTMLElement>(kinds)].filter(isStop);
  const next = stops.find(
    (stop) =>
      !element.contains(stop) &&
      (element.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  (next ?? stops[0])?.focus();
};

/** What is for finding fields, and none of the fields that are meant. */
const isSearch = (stop: HTMLElement): boolean =>
  /^(find|search)/i.test(stop.getAttribute('aria-label') ?? stop.getAttribute('placeholder') ?? '');

/** Gives the keyboard to the first field in an element; true when there was one. */
export const focusFirstField = (element: Element): boolean => {
  const stops = [...element.querySelectorAll<HTMLElement>(kinds)].filter(isStop);
  const field =
    stops.find((stop) => stop.matches('input, select, textarea') && !isSearch(stop)) ?? stops[0];
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
  return field !== undefined;
};
