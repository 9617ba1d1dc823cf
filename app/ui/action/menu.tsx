import type { ReactNode } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";

type Item = { id: string; name: string; danger?: boolean; disabled?: boolean };
type Props = { name: ReactNode; items: Item[]; onChoose: (id: string) => void; size?: "small" };

/** Needs scripts; whatever it offers must also be reachable without it. */
export function ActionMenu({ name, items, onChoose, size }: Props) {
  return (
    <MenuTrigger>
      <Button className="button" data-weight="second" data-size={size}>
        {name}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          onAction={(key) => onChoose(String(key))}
          disabledKeys={items.filter((item) => item.disabled).map((item) => item.id)}
        >
          {items.map((item) => (
            <MenuItem key={item.id} id={item.id} data-tone={item.danger ? "danger" : undefined}>
              {item.name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
