import { it } from "vitest";
import { expectSoundScreens } from "./harness/every-screen.ts";

it("every screen of a case passes axe and fits its width, light", () => expectSoundScreens("of a case", { dark: false }));
