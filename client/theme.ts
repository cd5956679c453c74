import type { CSSVariablesResolver, MantineColorsTuple, VariantColorsResolver } from "@mantine/core";
import { createTheme, defaultVariantColorsResolver } from "@mantine/core";

/**
 * The whole look in one place: paper and ink, and one colour for each thing that has a meaning (docs/visual-language.md, "Colours").
 * Screens use the `--oc-*` variables below, never a hex value, so that both themes stay cared for.
 * Every text colour holds 4.5 : 1 on paper, panel and soft, in both (tests/client/theme.test.ts).
 */
export const LIGHT = {
  paper: "#FAF8F4",
  panel: "#FFFFFF",
  soft: "#F6F2EB",
  line: "#E4DED3",
  control: "#8A8778",
  ink: "#1F2A33",
  dim: "#5D6770",
  active: "#0F6E6E",
  "active-hover": "#0B5B5B",
  "on-active": "#FFFFFF",
  observing: "#A15C07",
  ring: "#E3CDB0",
  toward: "#2F7D4F",
  away: "#B4433A",
  tone: "#2B6CA3",
  boundaries: "#7D4F9E",
  climate: "#57771A",
  private: "#FBF3E6",
} as const;

export const DARK: Record<keyof typeof LIGHT, string> = {
  paper: "#12171A",
  panel: "#1A2026",
  soft: "#232A31",
  line: "#303840",
  control: "#77828C",
  ink: "#E9E6E0",
  dim: "#A2ABB3",
  active: "#4FB8B2",
  "active-hover": "#6BC8C2",
  "on-active": "#0B2423",
  observing: "#E2A352",
  ring: "#54452F",
  toward: "#6CC28C",
  away: "#EE8A80",
  tone: "#6FAEE0",
  boundaries: "#B88FD6",
  climate: "#9CBF58",
  private: "#221E17",
};

function variables(colours: Record<keyof typeof LIGHT, string>): Record<`--${string}`, string> {
  const own = Object.fromEntries(Object.entries(colours).map(([name, value]) => [`--oc-${name}`, value]));
  return {
    ...own,
    "--mantine-color-body": "var(--oc-paper)",
    "--mantine-color-text": "var(--oc-ink)",
    "--mantine-color-dimmed": "var(--oc-dim)",
    "--mantine-color-placeholder": "var(--oc-dim)",
    "--mantine-color-error": "var(--oc-away)",
    "--mantine-color-anchor": "var(--oc-active)",
    "--mantine-color-default": "var(--oc-panel)",
    "--mantine-color-default-hover": "var(--oc-soft)",
    "--mantine-color-default-color": "var(--oc-ink)",
    "--mantine-color-default-border": "var(--oc-line)",
    "--mantine-color-disabled": "var(--oc-soft)",
    "--mantine-color-disabled-color": "var(--oc-dim)",
    "--mantine-primary-color-filled": "var(--oc-active)",
    "--mantine-primary-color-filled-hover": "var(--oc-active-hover)",
    "--mantine-primary-color-contrast": "var(--oc-on-active)",
    // The borders of fields and boxes to tick: 3 : 1 against what is around them.
    "--mantine-color-gray-4": "var(--oc-control)",
    "--mantine-color-dark-4": "var(--oc-control)",
  };
}

/** What Mantine takes from its own greys in the dark: sheets, fields, what is under the pointer. */
const DARK_SHEETS = {
  "--mantine-color-dark-5": "var(--oc-soft)",
  "--mantine-color-dark-6": "var(--oc-panel)",
  "--mantine-color-dark-7": "var(--oc-paper)",
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: { "--oc-name-face": '"Newsreader Variable", Georgia, "Times New Roman", serif' },
  light: variables(LIGHT),
  dark: { ...variables(DARK), ...DARK_SHEETS },
});

const TEAL: MantineColorsTuple = ["#EAF6F5", "#D3EBE9", "#A8D8D5", "#79C4C0", "#4FB8B2", "#2E9C97", "#1A8583", "#0F6E6E", "#0B5B5B", "#074848"];
const OCHRE: MantineColorsTuple = ["#FDF4E6", "#F8E6CB", "#F0CD99", "#E9B870", "#E2A352", "#CC8628", "#B76F13", "#A15C07", "#844A03", "#683900"];

/** Buttons take the meaning colours directly: Mantine's own shades know one primary for both themes, we need two. */
const variantColors: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input);
  const ours = input.color === undefined || input.color === "active" || input.color === input.theme.primaryColor;
  if (input.variant === "filled" && ours) {
    return { background: "var(--oc-active)", hover: "var(--oc-active-hover)", color: "var(--oc-on-active)", border: "1px solid transparent" };
  }
  if (input.variant === "filled" && input.color === "away") {
    return { background: "var(--oc-away)", hover: "var(--oc-away)", color: "var(--oc-paper)", border: "1px solid transparent" };
  }
  if ((input.variant === "subtle" || input.variant === "light" || input.variant === "transparent") && ours) {
    return {
      background: input.variant === "light" ? "var(--oc-soft)" : "transparent",
      hover: "var(--oc-soft)",
      color: "var(--oc-active)",
      border: "1px solid transparent",
    };
  }
  return usual;
};

export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, "Segoe UI", sans-serif',
  headings: { fontFamily: "var(--oc-name-face)", fontWeight: "450" },
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  colors: { teal: TEAL, ochre: OCHRE },
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 4 },
  defaultRadius: "md",
  variantColorResolver: variantColors,
  cursorType: "pointer",
  respectReducedMotion: true,
});
