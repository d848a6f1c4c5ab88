import type { KeptForm } from "@/lib/drafts";

/** Why a form was refused, in the words of its first fault, without the name that programs know the field by. */
export const whyRefused = ({ problem }: KeptForm): string => problem.errors[0]?.message ?? problem.detail;
