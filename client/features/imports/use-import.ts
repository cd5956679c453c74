import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#client/api/client.ts";
import type { ThemeView } from "#core/contracts/case.ts";
import type { ImportMapping, ImportPreview, ImportReading, ImportResult } from "#core/contracts/import.ts";
import type { OwnTrackView } from "#core/contracts/practice.ts";
import type { CaseStatus } from "#core/vocabulary/case.ts";
import { FILE_LIMIT_BYTES } from "#core/vocabulary/import.ts";

interface ChosenFile {
  readonly fileName: string;
  readonly contentBase64: string;
}

/** One file on its way in: chosen, read, checked, previewed, brought in. Kept in this page's memory alone. */
export function useImport() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const [reading, setReading] = useState<ImportReading | null>(null);
  const [mapping, setMapping] = useState<ImportMapping | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const read = useMutation(trpc.imports.read.mutationOptions());
  const look = useMutation(trpc.imports.preview.mutationOptions());
  const bring = useMutation(trpc.imports.commit.mutationOptions());

  const startOver = () => {
    setFile(null);
    setReading(null);
    setMapping(null);
    setPreview(null);
    setResult(null);
    setTooLarge(false);
    for (const step of [read, look, bring]) step.reset();
  };

  const choose = async (chosen: File) => {
    startOver();
    // Named here already: what is too large for the server should not travel first.
    if (chosen.size > FILE_LIMIT_BYTES) return setTooLarge(true);
    const upload = { fileName: chosen.name.slice(-255), contentBase64: await base64Of(chosen) };
    setFile(upload);
    read.mutate(upload, {
      onSuccess: (answer) => {
        setReading(answer);
        setMapping(answer.guess);
      },
    });
  };

  const change = (next: ImportMapping) => {
    setMapping(next);
    setPreview(null);
    look.reset();
    bring.reset();
    // Another mapping is another request.
    setRequestKey(crypto.randomUUID());
  };

  return {
    file,
    tooLarge,
    reading,
    mapping,
    preview,
    result,
    choose,
    change,
    startOver,
    readError: read.error,
    isReading: read.isPending,
    see: () => file && mapping && look.mutate({ ...file, mapping }, { onSuccess: setPreview }),
    seeError: look.error,
    isLooking: look.isPending,
    bringIn: () =>
      file &&
      mapping &&
      bring.mutate(
        { ...file, mapping, requestKey },
        {
          onSuccess: (answer) => {
            setResult(answer);
            void queries.invalidateQueries();
          },
        },
      ),
    bringError: bring.error,
    isBringing: bring.isPending,
  };
}

export type ImportUnderWay = ReturnType<typeof useImport>;

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    // A data URL is the browser's own base64, after its first comma.
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.readAsDataURL(file);
  });
}

/** What the practice already has that a column, a word or a row may be matched to. */
export interface Matches {
  readonly cases: readonly CaseMatch[];
  readonly themes: readonly ThemeView[];
  readonly tracks: readonly OwnTrackView[];
}

interface CaseMatch {
  readonly id: string;
  readonly label: string;
  readonly status: CaseStatus;
}

export function useMatches() {
  const trpc = useTRPC();
  const cases = useQuery(trpc.cases.list.queryOptions());
  const themes = useQuery(trpc.practice.themes.queryOptions());
  const tracks = useQuery(trpc.practice.tracks.queryOptions());
  const all = [cases, themes, tracks];
  const retry = () => {
    for (const query of all) if (query.isError) void query.refetch();
  };
  // A track of one case is found again by its name when rows come into that case.
  const offered = tracks.data?.filter((track) => !track.archived && track.caseLabel === null);
  const matches: Matches | null = cases.data && themes.data && offered ? { cases: cases.data, themes: themes.data, tracks: offered } : null;
  return { matches, error: all.find((query) => query.isError)?.error ?? null, retry };
}

/** Earlier imports, and taking one back. */
export function useEarlierImports() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const list = useQuery(trpc.imports.list.queryOptions());
  const undo = useMutation(trpc.imports.undo.mutationOptions({ onSuccess: () => queries.invalidateQueries() }));
  return { list, undo };
}
