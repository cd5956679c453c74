import { AccountPanel } from "#client/features/access/AccountPanel.tsx";
import { MeasuresForm } from "#client/features/measures/MeasuresForm.tsx";
import { useCatalogueSettled } from "#client/features/measures/use-measures.ts";
import { useMe } from "#client/features/practice/me.tsx";
import { PracticeForm } from "#client/features/practice/PracticeForm.tsx";
import { RecoveryKeyAgain } from "#client/features/practice/RecoveryKeyAgain.tsx";
import { RulesForm } from "#client/features/practice/RulesForm.tsx";
import { ThemesForm } from "#client/features/practice/ThemesForm.tsx";
import { TracksForm } from "#client/features/practice/TracksForm.tsx";
import { useListsSettled } from "#client/features/practice/themes-and-tracks.ts";
import { LoadingState } from "#client/ui/LoadingState.tsx";
import { PageHeader } from "#client/ui/PageHeader.tsx";
import { Panel } from "#client/ui/Panel.tsx";
import classes from "./settings-screen.module.css";
import { ThisBrowserPanel } from "./ThisBrowserPanel.tsx";

export function SettingsScreen() {
  const me = useMe();
  const [listsSettled, measuresSettled] = [useListsSettled(), useCatalogueSettled()];
  return (
    <>
      <PageHeader title="Settings" sub={me.isSample ? `${me.practiceName} · sample practice, fictional` : me.practiceName} />
      <div className={classes.panels}>
        <Panel title="Account">
          <AccountPanel name={me.name} email={me.email} />
        </Panel>
        <Panel title="Practice">
          <PracticeForm me={me} />
        </Panel>
        <Panel title="Rules of the home screen" className={classes.wide}>
          <RulesForm me={me} />
        </Panel>
        {listsSettled && measuresSettled ? <BelowTheRules /> : <LoadingState label="Reading the themes and tracks" heights={[180, 180]} />}
      </div>
    </>
  );
}

function BelowTheRules() {
  const me = useMe();
  return (
    <>
      <Panel title="Themes" className={classes.wide}>
        <ThemesForm />
      </Panel>
      <Panel title="Own tracks" className={classes.wide}>
        <TracksForm />
      </Panel>
      <Panel title="Measures" className={classes.wide}>
        <MeasuresForm />
      </Panel>
      <Panel title="This browser">
        <ThisBrowserPanel />
      </Panel>
      <Panel title="Backup">
        <div className={classes.stack}>
          <p>A backup is made from the folder Open Chair was started in, while it runs or not:</p>
          <pre className={classes.command}>npm run backup</pre>
          <p>It says in which folder the copy is; keep copies on another disk. To bring one back into an empty data folder:</p>
          <pre className={classes.command}>npm run restore -- FOLDER</pre>
          <p className="dim">
            A backup is encrypted like the records, and the key is not in it: it opens with the key file of this computer, or with the recovery key
            shown at set-up.
          </p>
          {me.role === "owner" ? <RecoveryKeyAgain /> : null}
        </div>
      </Panel>
      <Panel title="About" className={classes.wide}>
        <div className={classes.stack}>
          <p>
            Open Chair keeps the record of couples work with one partner in the room. Everything stays on this computer: nothing is sent anywhere. It
            shows what was recorded and leaves the judgement to you; it is no diagnosis and no legal advice.
          </p>
          <p>
            Every change is written to an audit trail that can be checked with <code>npm run verify-audit</code>.
          </p>
        </div>
      </Panel>
    </>
  );
}
