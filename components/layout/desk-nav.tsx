"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

export interface Room {
  href: string;
  label: string;
  /** Every address that begins so belongs to the room; else only `href` itself. */
  within?: string;
  /** A reader page, which no soft navigation reaches. */
  isDocument?: boolean;
}

/** The work rooms that this person may enter; the one they are in is marked. */
export function DeskNav({ label, rooms }: { label: string; rooms: Room[] }) {
  const path = usePathname();
  return (
    <nav className="tabs" aria-label={label}>
      {rooms.map(({ href, label, within, isDocument }) =>
        isDocument ? (
          <a key={href} href={href}>
            {label}
          </a>
        ) : (
          <Link
            key={href}
            href={href}
            prefetch={false}
            aria-current={path === href || (within && path.startsWith(within)) ? "page" : undefined}
          >
            {label}
          </Link>
        ),
      )}
    </nav>
  );
}
