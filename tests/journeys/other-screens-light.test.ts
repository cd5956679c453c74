import { it } from "vitest";
import { expectSoundScreens } from "./harness/every-screen.ts";

it("every screen beside the cases passes axe and fits its width, light", () => expectSoundScreens("beside the cases", { dark: false }));
