"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

export interface Room {
  href: string;
  label: string;
  /** Every address that begins so belongs to the room; else only `href` itself. */
  within?: string;
}

/** The work rooms that this person may enter; the one they are in is marked. */
export function DeskNav({ label, rooms }: { label: string; rooms: Room[] }) {
  const path = usePathname();
  return (
    <nav className="tabs" aria-label={label}>
      {rooms.map(({ href, label, within }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={path === href || (within && path.startsWith(within)) ? "page" : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
