import { draftDifferences, type Names } from "#client/features/drafts/draft-differences.ts";
import { trackName } from "#client/features/sessions/occasion-words.ts";
import { PrivateNote } from "#client/features/sessions/PrivateNote.tsx";
import classes from "#client/features/sessions/sessions.module.css";
import { VersionFacts } from "#client/features/sessions/VersionFacts.tsx";
import { clockTime, count, sentenceCase } from "#client/format.ts";
import { Panel } from "#client/ui/Panel.tsx";
import type { CaseView } from "#core/contracts/case.ts";
import type { SessionVersion, SessionView } from "#core/contracts/record.ts";
import { correctionDraftBody } from "#core/rules/draft.ts";

interface SessionVersionsProps {
  readonly session: SessionView;
  readonly coupleCase: CaseView;
}

/** The versions before this one, each readable whole, and what each correction changed. */
export function SessionVersions({ session, coupleCase }: SessionVersionsProps) {
  const { versions } = session;
  if (versions.length < 2) return null;
  return (
    <Panel title="Versions" aside={count(versions.length, "version")}>
      <div className={classes.versions}>
        {versions.map((version, at) => {
          const before = versions[at + 1];
          return (
            <details key={version.version} className={classes.version} open={at === 0}>
              <summary>
                {before ? "Correction" : "Original"} (version {version.version}), {loggedAt(version)}
                {at === 0 ? " (this one)" : ""}
              </summary>
              {before ? <Changes from={before} to={version} session={session} coupleCase={coupleCase} /> : null}
              {at === 0 ? null : (
                <div className={classes.whole}>
                  <VersionFacts version={version} coupleCase={coupleCase} trackNames={session.trackNames} headingLevel={3} />
                  {version.hasPrivateNote ? (
                    <PrivateNote caseId={coupleCase.id} sessionId={session.id} version={version.version} headingLevel={3} />
                  ) : null}
                </div>
              )}
            </details>
          );
        })}
      </div>
    </Panel>
  );
}

function loggedAt({ loggedAt: at }: SessionVersion): string {
  const moment = new Date(at);
  return `${moment.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" })}, ${clockTime(moment)}`;
}

interface ChangesProps extends SessionVersionsProps {
  readonly from: SessionVersion;
  readonly to: SessionVersion;
}

function Changes({ from, to, session, coupleCase }: ChangesProps) {
  const differences = draftDifferences(
    { body: correctionDraftBody(to), privateNote: "" },
    { body: correctionDraftBody(from), privateNote: "" },
    namesIn(coupleCase, session),
  );
  if (differences.length === 0) return <p className="dim">Nothing that is shown here changed.</p>;
  return (
    <table className={classes.changes}>
      <caption className="visually-hidden">What this correction changed</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => (
          <tr key={difference.id}>
            <th scope="row">{difference.name}</th>
            <td>{difference.theirs || "nothing"}</td>
            <td>{difference.mine || "nothing"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function namesIn({ tracks, themes, goals }: CaseView, session: SessionView): Names {
  const touched = session.versions.flatMap((version) => version.goalsTouched);
  return {
    track: (id) => sentenceCase(trackName(id, tracks, session.trackNames)),
    theme: (id) => themes.find((theme) => theme.theme === id)?.name ?? "a theme",
    goal: (id) => (touched.find((goal) => goal.id === id) ?? goals.find((goal) => goal.id === id))?.wording ?? "a goal",
    thing: () => "a thing to try",
  };
}
