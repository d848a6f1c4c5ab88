"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import { type QueueAddress, queueHref } from "@/components/moderation/queue-href";
import { readPage } from "@/components/moderation/queue-reads";
import { actOn, changed, neighbour, type QueueState } from "@/components/moderation/queue-state";
import { sendDecision, sendUndo, type Typed } from "@/components/moderation/send-decision";
import { undoSeconds } from "@/lib/comments/limits";
import type { QueueItem } from "@/lib/moderation/schema";
import type { DecisionAction } from "@/prisma/generated/enums";

/** The list is filled up when so few are left of it. */
const fewLeft = 15;

interface Begun {
  items: QueueItem[];
  more: string | null;
  shown: QueueItem | null;
  address: QueueAddress;
  /** The moderator's handle. */
  own: string;
  /** Something was decided or undone. */
  answered(): void;
  /** What is told to whoever listens. */
  say(what: { decided: DecisionAction; count: number } | { refused: string } | { undone: true }): void;
}

function stateOf({ items, more, shown, address, own }: Begun): QueueState {
  const current = shown?.comment.id ?? null;
  const inList = items.some(({ comment }) => comment.id === current);
  return {
    ...{ items, more, current, extra: inList ? null : shown, opened: address.comment !== undefined },
    ...{ leaving: address.status !== "all", marked: [], act: null, gone: [], refusals: {} },
    claims: Object.fromEntries(
      items.flatMap(({ comment, claim }) => (claim && claim.by.handle !== own ? [[comment.id, claim.by.name]] : [])),
    ),
  };
}

/**
 * The desk as it stands in this window: what is decided is gone from it at once, and comes back if it was refused or undone.
 * Answers may come in any order, and while the next ones are decided.
 */
export function useQueue(begun: Begun) {
  const { address, say, answered } = begun;
  const [state, change] = useReducer(changed, begun, stateOf);
  const latest = useRef(state);
  latest.current = state;
  const sent = useRef(new Map<number, Promise<readonly string[]>>());
  /** Counts whatever the moderator does: where they went on, a refusal does not take the page from them. */
  const deeds = useRef(0);

  const goTo = useCallback(
    (id: string, how: "pushState" | "replaceState") => {
      window.history[how](null, "", queueHref({ ...address, comment: id }));
    },
    [address],
  );

  const open = useCallback(
    (id: string) => {
      deeds.current++;
      change({ what: "open", id });
      goTo(id, "pushState");
    },
    [goTo],
  );

  const step = useCallback(
    (by: 1 | -1) => {
      const id = neighbour(latest.current, by);
      if (id) open(id);
    },
    [open],
  );

  const decide = useCallback(
    async (ids: readonly string[], action: DecisionAction, typed: Typed) => {
      const act = actOn(latest.current, ids, action, ++deeds.current);
      if (act.rows.length === 0) return;
      change({ what: "decide", act });
      say({ decided: action, count: act.rows.length });
      const answer = sendDecision(act, typed);
      sent.current.set(
        act.key,
        answer.then(({ decisions }) => Object.values(decisions)),
      );
      const { decisions, refused } = await answer;
      const [first] = Object.keys(refused);
      const back = first && deeds.current === act.key ? first : null;
      change({ what: "answered", act, decisions, refused, back });
      answered();
      const why = first && refused[first];
      if (why) say({ refused: why.detail });
      window.setTimeout(() => {
        change({ what: "forget", key: act.key });
        sent.current.delete(act.key);
      }, undoSeconds * 1_000);
    },
    [say, answered],
  );

  const undo = useCallback(async () => {
    const { act } = latest.current;
    if (!act) return;
    deeds.current++;
    const key = deeds.current;
    change({ what: "undo", act });
    const decisions = (await sent.current.get(act.key)) ?? Object.values(act.decisions);
    const why = await sendUndo(decisions);
    answered();
    if (!why) return say({ undone: true });
    if (deeds.current === key) change({ what: "stands", act });
    say({ refused: why });
  }, [say, answered]);

  useEffect(() => {
    const { current } = state;
    if (current && new URL(window.location.href).searchParams.get("comment") !== current && deeds.current > 0)
      goTo(current, "replaceState");
  }, [state, goTo]);

  useEffect(() => {
    const back = () => {
      const id = new URL(window.location.href).searchParams.get("comment");
      change(id ? { what: "open", id } : { what: "list" });
    };
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);

  useFilling(state, address, change);

  const touched = useCallback(() => {
    deeds.current++;
  }, []);
  return { state, open, step, decide, undo, change, touched };
}

/** Fetches the next comments before the last of those at hand is answered. */
function useFilling(
  state: QueueState,
  address: QueueAddress,
  change: (change: { what: "more"; items: QueueItem[]; more: string | null }) => void,
) {
  const filling = useRef<string | null>(null);
  const { items, more } = state;
  useEffect(() => {
    if (!more || items.length > fewLeft || filling.current === more) return;
    filling.current = more;
    readPage(address, more).then((page) => {
      if (page) change({ what: "more", items: page.items, more: page.nextCursor });
      else filling.current = null;
    });
  }, [items.length, more, address, change]);
}
