import { Button, Menu, Tooltip } from '@mantine/core';
import type { Finding } from '../../../shared/rules/rule.ts';
import { applyFix } from '../../commands/problems.ts';
import { useApp } from '../../store/hooks.ts';
import { ChevronIcon } from '../../ui/glyphs.tsx';
import { FixPreview } from './fix-preview.tsx';
import classes from './problems-panel.module.css';

/** Applies the fix of a finding, shown before; offers a choice where there are several. */
export const FixButton = ({
  finding: { fixes, message },
  tabIndex,
}: {
  readonly finding: Finding;
  readonly tabIndex: 0 | -1;
}) => {
  const app = useApp();
  const [fix, ...others] = fixes;
  if (!fix) return null;
  const look = { size: 'compact-xs', variant: 'default', tabIndex, 'data-fix': true } as const;
  if (others.length === 0)
    return (
      <Tooltip
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
        <Button {...look} aria-label={`Fix: ${fix.title}`} onClick={() => applyFix(app, fix)}>
          Fix
        </Button>
      </Tooltip>
    );
  return (
    <Menu position="top-end" width={420} withinPortal>
      <Menu.Target>
        <Button
          {...look}
          aria-label={`Fix in one of ${fixes.length} ways: ${message}`}
          rightSection={<ChevronIcon />}
          classNames={{ section: classes.chevronSection ?? '' }}
        >
          Fix
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {fixes.map((way) => (
          <Menu.Item key={way.title} onClick={() => applyFix(app, way)}>
            <span className={classes.fixTitle}>{way.title}</span>
            <FixPreview fix={way} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
