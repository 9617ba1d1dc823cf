import { Link } from "@remix-run/react";

type Tab = { to: string; name: string; current: boolean };

/** Tabs that are addresses: they work without scripts and can be sent to a colleague. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ to, name, current }) => (
        <Link key={to} to={to} preventScrollReset aria-current={current ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
