import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Connection, Design, Node } from '../../shared/model/design.ts';
import { findNode } from '../../shared/model/tree.ts';
import type { Finding, Severity } from '../../shared/rules/rule.ts';
import type { App, AppState } from './app-store.ts';
import { isDirty } from './document.ts';
import type { Findings } from './engine.ts';
import type { Settings } from './settings.ts';
import type { View } from './view.ts';

/*
 * One hook for each question, so that a component is drawn again only when its own answer changes.
 */

export const AppContext = createContext<App | undefined>(undefined);

/** The app, for commands and edits; it never changes. */
export const useApp = (): App => {
  const app = useContext(AppContext);
  if (!app) throw new Error('There is no app around this component.');
  return app;
};

/** Anything of the state; prefer one of the named hooks. */
export const useAppState = <T>(select: (state: AppState) => T): T =>
  useStore(useApp().store, select);

const emptyDesign: Design = { formatVersion: 1, name: '', region: '', nodes: [], connections: [] };
const none: readonly Finding[] = [];

/** The open design; an empty one while Home is shown. */
export const useDesign = (): Design =>
  useAppState(({ document }) => document?.design ?? emptyDesign);

export const useNode = (id: string | undefined): Node | undefined =>
  useAppState(({ document }) =>
    document && id !== undefined ? findNode(document.design, id) : undefined,
  );

const connectionMaps = new WeakMap<readonly Connection[], ReadonlyMap<string, Connection>>();

/** A connection by its id. */
export const findConnection = (design: Design, id: string): Connection | undefined => {
  let map = connectionMaps.get(design.connections);
  if (!map) {
    map = new Map(design.connections.map((connection) => [connection.id, connection]));
    connectionMaps.set(design.connections, map);
  }
  return map.get(id);
};

export const useConnection = (id: string | undefined): Connection | undefined =>
  useAppState(({ document }) =>
    document && id !== undefined ? findConnection(document.design, id) : undefined,
  );

export const useSelection = (): ReadonlySet<string> => useAppState(({ view }) => view.selection);

export const useIsSelected = (id: string): boolean =>
  useAppState(({ view }) => view.selection.has(id));

/** The one thing that is chosen; undefined when it is none or several. */
export const useChosen = (): string | undefined =>
  useAppState(({ view }) => (view.selection.size === 1 ? [...view.selection][0] : undefined));

export const useView = <K extends keyof View>(key: K): View[K] =>
  useAppState(({ view }) => view[key]);

export const useSetting = <K extends keyof Settings>(key: K): Settings[K] =>
  useAppState(({ settings }) => settings[key]);

export const useFindings = (): Findings => useAppState(({ findings }) => findings);

/** The findings of a node or connection; of the design itself for ''. */
export const useFindingsAt = (id: string): readonly Finding[] =>
  useAppState(({ findings }) => findings.at.get(id) ?? none);

/** How bad the worst finding of a node or connection is. Findings come worst first. */
export const useWorst = (id: string): Severity | undefined =>
  useAppState(({ findings }) => findings.at.get(id)?.[0]?.severity);

export const useIsDirty = (): boolean =>
  useAppState(({ document }) => document !== undefined && isDirty(document));

export const useIsReadOnly = (): boolean =>
  useAppState(({ document }) => document?.readOnly !== undefined);
