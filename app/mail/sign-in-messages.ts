import type { Language } from "#app/languages/language.ts";
import { compose } from "./compose.ts";

/** @param values.device the browser and system in words, or that they are unknown; @param values.moment when, in words */
export const newDeviceMessage = (
  language: Language,
  values: { device: string; moment: string },
  signIns: string,
) =>
  compose(
    language,
    "new-device",
    "mail.newDevice.subject",
    ["mail.newDevice.text", "mail.newDevice.not", { link: signIns }],
    values,
  );
