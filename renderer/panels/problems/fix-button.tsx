import { Menu, Tooltip } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Finding } from '../../../shared/rules/rule.ts';
import { applyFix } from '../../commands/problems.ts';
import { useApp } from '../../store/hooks.ts';
import { ChevronIcon } from '../../ui/glyphs.tsx';
import { FixPreview } from './fix-preview.tsx';
import classes from './problems-panel.module.css';

/** Long enough to pass over the button without being told what it does. */
const previewDelay = 300;

/**
 * Applies the fix of a finding, shown before; offers a choice where there are several. Plain until somebody points
 * at it: there is one in every row, and rows come and go while the list is scrolled.
 */
export const FixButton = ({
  finding: { fixes, message },
  tabIndex,
}: {
  readonly finding: Finding;
  readonly tabIndex: 0 | -1;
}) => {
  const app = useApp();
  const button = useRef<HTMLButtonElement>(null);
  const [isPointedAt, setPointedAt] = useState(false);
  const [isPreviewed, setPreviewed] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isPointedAt) return setPreviewed(false);
    const timer = setTimeout(() => setPreviewed(true), previewDelay);
    return () => clearTimeout(timer);
  }, [isPointedAt]);
  const [fix, ...others] = fixes;
  if (!fix) return null;
  const isChoice = others.length > 0;
  const anchor = <span className={classes.anchor} aria-hidden="true" />;
  return (
    <span className={classes.fixButton}>
      <button
        ref={button}
        type="button"
        className={classes.smallButton}
        tabIndex={tabIndex}
        data-fix
        {...(isChoice
          ? {
              'aria-label': `Fix in one of ${fixes.length} ways: ${message}`,
              'aria-haspopup': 'menu' as const,
              'aria-expanded': isOpen,
            }
          : { 'aria-label': `Fix: ${fix.title}` })}
        onClick={() => (isChoice ? setOpen(!isOpen) : applyFix(app, fix))}
        onPointerEnter={() => setPointedAt(true)}
        onPointerLeave={() => setPointedAt(false)}
        onFocus={() => setPointedAt(true)}
        onBlur={() => setPointedAt(false)}
      >
        Fix
        {isChoice && <ChevronIcon />}
      </button>
      {isPreviewed && !isChoice && (
        <Tooltip
          opened
          multiline
          maw={420}
          position="top-end"
          label={
            <>
              <strong>{fix.title}</strong>
              <FixPreview fix={fix} />
            </>
          }
        >
          {anchor}
        </Tooltip>
      )}
      {isOpen && (
        <Menu
          opened
          position="top-end"
          width={420}
          returnFocus={false}
          onClose={() => {
            setOpen(false);
            button.current?.focus({ preventScroll: true });
          }}
        >
          <Menu.Target>{anchor}</Menu.Target>
          <Menu.Dropdown>
            {fixes.map((way) => (
              <Menu.Item key={way.title} onClick={() => applyFix(app, way)}>
                <span className={classes.fixTitle}>{way.title}</span>
                <FixPreview fix={way} />
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  );
};
