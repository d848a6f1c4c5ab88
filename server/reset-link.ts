export { operatorResetLink as resetLink } from "@/lib/accounts/mutations";
