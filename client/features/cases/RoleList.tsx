import { Button } from "@mantine/core";
import { shortDay } from "#client/format.ts";
import { Panel } from "#client/ui/Panel.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import { ROLE_WORDS } from "#core/vocabulary/case.ts";
import classes from "./cases.module.css";

/** Every role of both partners with its days; a change is added, never overwritten. */
export function RoleList({ coupleCase, today, onRecord }: { readonly coupleCase: CaseView; readonly today: string; readonly onRecord: () => void }) {
  return (
    <Panel
      title="Roles"
      aside={
        <Button size="compact-sm" variant="default" onClick={onRecord}>
          Record a role change…
        </Button>
      }
    >
      <ul className={classes.facts}>
        {coupleCase.roles.map((role) => (
          <li key={role.id} className={classes.fact}>
            <span className="dim">{coupleCase[role.seat].label}</span>
            <span>
              {ROLE_WORDS[role.role]} {role.toDay === null ? "since" : "from"} {shortDay(role.fromDay, today)}
              {role.toDay === null ? "" : ` to ${shortDay(role.toDay, today)}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
