import type { Refusal } from "@/components/moderation/send-decision";
import { outcomeOf } from "@/lib/moderation/policy";
import type { QueueItem } from "@/lib/moderation/schema";
import type { DecisionAction } from "@/prisma/generated/enums";

/** What was decided here last, so that it can be undone. */
export interface Act {
  key: number;
  action: DecisionAction;
  /** The comments as they were, and where in the list. */
  rows: readonly { item: QueueItem; at: number }[];
  /** Taken by the server, by comment; empty until it has answered. */
  decisions: Readonly<Record<string, string>>;
}

export interface QueueState {
  items: readonly QueueItem[];
  /** Shown although the list does not hold it. */
  extra: QueueItem | null;
  current: string | null;
  /** On a narrow screen: the comment in place of the list. */
  opened: boolean;
  /** What was decided on leaves this list. */
  leaving: boolean;
  more: string | null;
  marked: readonly string[];
  act: Act | null;
  gone: readonly string[];
  refusals: Readonly<Record<string, Refusal>>;
  /** Who else looks at a comment. */
  claims: Readonly<Record<string, string>>;
}

export type Change =
  | { what: "open"; id: string }
  | { what: "list" }
  | { what: "decide"; act: Act }
  | {
      what: "answered";
      act: Act;
      decisions: Readonly<Record<string, string>>;
      refused: Readonly<Record<string, Refusal>>;
      /** The comment to show again, where nothing else was begun meanwhile. */
      back: string | null;
    }
  | { what: "undo"; act: Act }
  | { what: "stands"; act: Act }
  | { what: "forget"; key: number }
  | { what: "more"; items: readonly QueueItem[]; more: string | null }
  | { what: "mark"; ids: readonly string[]; on: boolean }
  | { what: "claims"; claims: Readonly<Record<string, string>> };

/** The comment that is shown, or null where none is left. */
export function shownItem({ items, extra, current }: QueueState): QueueItem | null {
  return items.find(({ comment }) => comment.id === current) ?? (extra?.comment.id === current ? extra : null);
}

/** The next to look at from a place in the list: the first that nobody else looks at, further down before further up. */
function following(items: readonly QueueItem[], from: number, claims: QueueState["claims"]): string | null {
  const order = [...items.slice(from), ...items.slice(0, from).reverse()];
  const free = order.find(({ comment }) => !claims[comment.id]) ?? order[0];
  return free?.comment.id ?? null;
}

/** The comment after or before the one that is shown; those that somebody else looks at are passed over. */
export function neighbour({ items, current, claims }: QueueState, step: 1 | -1): string | null {
  const ids = items.map(({ comment }) => comment.id);
  for (let at = ids.indexOf(current ?? "") + step; at >= 0 && at < ids.length; at += step) {
    const id = ids[at];
    if (id && !claims[id]) return id;
  }
  return null;
}

const without = (ids: readonly string[], less: readonly string[]) => ids.filter((id) => !less.includes(id));

/** What deciding on these comments would be, as the list stands. */
export function actOn({ items, extra }: QueueState, ids: readonly string[], action: DecisionAction, key: number): Act {
  const rows = ids.flatMap((id) => {
    const at = items.findIndex(({ comment }) => comment.id === id);
    const item = items[at] ?? (extra?.comment.id === id ? extra : null);
    return item ? [{ item, at }] : [];
  });
  return { key, action, rows, decisions: {} };
}

function decided(state: QueueState, act: Act): QueueState {
  const { items, extra, current, leaving, claims } = state;
  const ids = idsOf(act);
  const rest = except(items, ids);
  const place = items.findIndex(({ comment }) => comment.id === current);
  const from = except(items.slice(0, Math.max(place, 0)), ids).length;
  const stayed = items.map((item) => (ids.includes(item.comment.id) ? afterAct(item, act.action) : item));
  return {
    ...state,
    items: leaving ? rest : stayed,
    extra: extra && ids.includes(extra.comment.id) ? null : extra,
    current: current !== null && ids.includes(current) ? following(rest, from, claims) : current,
    marked: without(state.marked, ids),
    gone: [...state.gone, ...ids],
    act,
    refusals: Object.fromEntries(Object.entries(state.refusals).filter(([id]) => !ids.includes(id))),
  };
}

const idsOf = ({ rows }: Act) => rows.map(({ item }) => item.comment.id);
const except = (items: readonly QueueItem[], ids: readonly string[]) =>
  items.filter(({ comment }) => !ids.includes(comment.id));

function afterAct(item: QueueItem, action: DecisionAction): QueueItem {
  const status = outcomeOf(action, item.comment) ?? item.comment.status;
  return {
    ...item,
    comment: { ...item.comment, status, openReports: action === "approve" ? item.comment.openReports : 0 },
  };
}

/** The rows where they stood, in the place of what they had become. */
function putBack(state: QueueState, rows: Act["rows"]): Pick<QueueState, "items" | "extra" | "gone"> {
  const ids = rows.map(({ item }) => item.comment.id);
  const items = [...except(state.items, ids)];
  let { extra } = state;
  for (const { item, at } of [...rows].sort((a, b) => a.at - b.at)) {
    if (at < 0) extra = item;
    else items.splice(Math.min(at, items.length), 0, item);
  }
  return { items, extra, gone: without(state.gone, ids) };
}

function answered(state: QueueState, change: Extract<Change, { what: "answered" }>): QueueState {
  const { act, decisions, refused, back } = change;
  const returning = act.rows.filter(({ item }) => refused[item.comment.id]);
  const rows = act.rows.filter(({ item }) => !refused[item.comment.id]);
  const latest = rows.length > 0 ? { ...act, rows, decisions } : null;
  return {
    ...state,
    ...(returning.length > 0 && putBack(state, returning)),
    current: back ?? state.current,
    act: state.act?.key === act.key ? latest : state.act,
    refusals: { ...state.refusals, ...refused },
  };
}

/** What becomes of the desk by one change. */
export function changed(state: QueueState, change: Change): QueueState {
  switch (change.what) {
    case "open":
      return { ...state, current: change.id, opened: true };
    case "list":
      return { ...state, opened: false };
    case "decide":
      return decided(state, change.act);
    case "answered":
      return answered(state, change);
    case "undo": {
      const [first] = change.act.rows;
      const current = first?.item.comment.id ?? state.current;
      return { ...state, ...putBack(state, change.act.rows), current, act: null };
    }
    case "stands":
      return { ...decided(state, change.act), act: null };
    case "forget":
      return state.act?.key === change.key ? { ...state, act: null } : state;
    case "more": {
      const known = new Set([...state.gone, ...state.items.map(({ comment }) => comment.id)]);
      const items = [...state.items, ...change.items.filter(({ comment }) => !known.has(comment.id))];
      return { ...state, items, more: change.more, current: state.current ?? items[0]?.comment.id ?? null };
    }
    case "mark": {
      const marked = change.on ? [...new Set([...state.marked, ...change.ids])] : without(state.marked, change.ids);
      return { ...state, marked };
    }
    case "claims":
      return { ...state, claims: change.claims };
  }
}
