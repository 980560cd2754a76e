import {
  Accordion,
  createTheme,
  type MantineColorsTuple,
  Menu,
  Modal,
  Popover,
  Select,
  Tooltip,
} from '@mantine/core';

/** The accent: a calm blue, lighter on dark ground. */
const accent: MantineColorsTuple = [
  '#eef3ff',
  '#dce4fb',
  '#b5c5f3',
  '#8ba4ec',
  '#6988e6',
  '#5376e2',
  '#476de1',
  '#385cc8',
  '#2f52b4',
  '#2146a0',
];

/** Neutral, a little blue; the dark ones are grounds from light text to darkest. */
const dark: MantineColorsTuple = [
  '#e6e9ef',
  '#c3c9d4',
  '#a3abb9',
  '#7d8697',
  '#3a4252',
  '#2b3240',
  '#1e242f',
  '#171c25',
  '#12161d',
  '#0d1015',
];

const still = { duration: 0 };

/** Dense and quiet, as a tool that is looked at all day should be. Without motion nothing fades in. */
export const themeOf = (isStill: boolean) =>
  createTheme({
    primaryColor: 'accent',
    primaryShade: { light: 7, dark: 7 },
    colors: { accent, dark },
    fontFamily:
      '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
    fontFamilyMonospace:
      '"JetBrains Mono Variable", ui-monospace, "SF Mono", "Cascadia Code", "Roboto Mono", Menlo, Consolas, monospace',
    defaultRadius: 'sm',
    fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
    autoContrast: true,
    cursorType: 'pointer',
    focusRing: 'auto',
    respectReducedMotion: true,
    components: {
      // What unfolds waits for the end of a transition, and there is none then.
      Accordion: Accordion.extend({ defaultProps: { ...(isStill && { transitionDuration: 0 }) } }),
      Tooltip: Tooltip.extend({
        defaultProps: { openDelay: 350, ...(isStill && { transitionProps: still }) },
      }),
      Menu: Menu.extend({
        defaultProps: {
          shadow: 'md',
          // An empty element among the entries of a menu is none of its kind.
          withInitialFocusPlaceholder: false,
          transitionProps: { duration: isStill ? 0 : 90, transition: 'fade' },
        },
      }),
      Popover: Popover.extend({ defaultProps: { ...(isStill && { transitionProps: still }) } }),
      Select: Select.extend({
        defaultProps: { ...(isStill && { comboboxProps: { transitionProps: still } }) },
      }),
      Modal: Modal.extend({
        defaultProps: {
          transitionProps: { duration: isStill ? 0 : 110, transition: 'fade-down' },
          overlayProps: { backgroundOpacity: 0.4 },
          closeButtonProps: { 'aria-label': 'Close' },
        },
      }),
    },
  });
