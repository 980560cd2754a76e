import { useMemo } from 'react';
import { serviceOf, services } from '../../../shared/catalog/catalog.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import { findNode, outermost } from '../../../shared/model/tree.ts';
import { iconAddress } from '../../assets/icons.ts';
import { addService, addServiceHere } from '../../commands/add-service.ts';
import { bringInto, homesFor } from '../../commands/bring-into.ts';
import { containerAt, mayHold } from '../../commands/placement.ts';
import { useApp } from '../../store/hooks.ts';
import { ContextMenu } from './context-menu.tsx';
import { PickerAt } from './picker-at.tsx';
import type { Popup } from './popup.ts';
import { serviceCandidates } from './service-candidates.ts';
import { type PickerCandidate, ServicePicker } from './service-picker.tsx';

/** Whatever menu or list is open above the canvas. */
export const PopupView = ({
  popup,
  onClose,
}: {
  readonly popup: Popup;
  readonly onClose: () => void;
}) => {
  switch (popup.kind) {
    case 'menu':
      return <ContextMenu key={`${popup.at.x} ${popup.at.y}`} at={popup.at} onClose={onClose} />;
    case 'services':
      return <PickService popup={popup} onClose={onClose} />;
    case 'containers':
      return <PickContainer popup={popup} onClose={onClose} />;
  }
};

type Props<Kind extends Popup['kind']> = {
  readonly popup: Extract<Popup, { readonly kind: Kind }>;
  readonly onClose: () => void;
};

const PickService = ({ popup: { at, place }, onClose }: Props<'services'>) => {
  const app = useApp();
  const candidates = useMemo(() => {
    const { document, settings } = app.state;
    const holder = document && place && containerAt(document.design, place);
    return serviceCandidates(
      services.filter(({ preview }) => settings.previews || preview !== true),
      {
        recent: settings.recentKinds,
        fits: (kind) =>
          document === undefined || holder === undefined || mayHold(document.design, holder, kind),
        iconOf: iconAddress,
      },
    );
  }, [app, place]);
  return (
    <PickerAt at={at} onClose={onClose}>
      <ServicePicker
        candidates={candidates}
        label="Add a service"
        placeholder="Search services"
        onClose={onClose}
        onPick={({ kind }) => {
          onClose();
          if (place) addService(app, kind, place);
          else addServiceHere(app, kind);
        }}
      />
    </PickerAt>
  );
};

interface HomeCandidate extends PickerCandidate {
  readonly parent: NodeId | undefined;
}

const PickContainer = ({ popup: { at }, onClose }: Props<'containers'>) => {
  const app = useApp();
  const candidates = useMemo((): readonly HomeCandidate[] => {
    const design = app.state.document?.design;
    if (!design) return [];
    return homesFor(design, outermost(design, app.state.view.selection)).map((home) => {
      if (!home) return { id: '', parent: undefined, title: 'Canvas', detail: 'In no container' };
      const service = serviceOf(home.kind);
      const around = home.parent === undefined ? undefined : findNode(design, home.parent);
      return {
        id: home.id,
        parent: home.id,
        title: home.name,
        icon: service && iconAddress(service.icon),
        detail: `${service?.title ?? home.kind}${around ? ` in ${around.name}` : ''}`,
        words: home.kind,
      };
    });
  }, [app]);
  return (
    <PickerAt at={at} onClose={onClose}>
      <ServicePicker
        candidates={candidates}
        label="Bring into a container"
        placeholder="Search containers"
        onClose={onClose}
        empty={(typed) => `No container that may hold this is called "${typed}".`}
        onPick={({ parent }) => {
          onClose();
          bringInto(app, parent);
        }}
      />
    </PickerAt>
  );
};
