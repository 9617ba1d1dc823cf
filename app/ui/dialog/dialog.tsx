import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";

type Props = {
  title: string;
  open: boolean;
  onClose: () => void;
  /** An alert asks before something is lost: a press outside does not close it. */
  alert?: boolean;
  wide?: boolean;
  children: ReactNode;
};

export function Dialog({ title, open, onClose, alert = false, wide = false, children }: Props) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={open}
      onOpenChange={(stillOpen) => !stillOpen && onClose()}
      isDismissable={!alert}
    >
      <Modal>
        <AriaDialog className="dialog" role={alert ? "alertdialog" : "dialog"} data-wide={wide || undefined}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
