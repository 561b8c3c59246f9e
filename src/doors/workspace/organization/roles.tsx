import { roles, type Role } from '#platform/http/policy.ts';
import { useWords } from '#ui/words.tsx';

/** The roles with their names, to choose from. */
export function useRoles(): { value: Role; label: string; more: string }[] {
  const { say } = useWords();
  return roles.map((role) => ({ value: role, label: say(`organization.role.${role}`), more: say(`organization.role_does.${role}`) }));
}
