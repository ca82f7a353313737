import type { Phrase } from "#app/languages/translate.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Checkbox, Field } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { pipelineLimits, pipelineOff, type PipelineSettings } from "./pipeline.ts";

type NumberName = keyof typeof pipelineLimits;
type Props = { settings: PipelineSettings; form?: FormState };

const same = (one: PipelineSettings, other: PipelineSettings) =>
  (Object.keys(one) as (keyof PipelineSettings)[]).every((name) => one[name] === other[name]);

/** While nothing is held: what is advised, and when not to. */
export function PipelineAdvice({ settings }: { settings: PipelineSettings }) {
  const { t } = useWords();
  const { repeatHours, holdLetters } = pipelineOff;
  if (!same({ ...settings, repeatHours, holdLetters }, pipelineOff)) return null;
  return (
    <form method="post" action="/administration/moderation" className="notice stack" data-once>
      <p>{t("pipeline.off")}</p>
      <p>{t("pipeline.advice")}</p>
      <p>
        <button className="button" name="intent" value="advised">
          {t("pipeline.advice.button")}
        </button>
      </p>
    </form>
  );
}

/** All that holds a letter, or a comment, but words. */
export function PipelineForm({ settings, form }: Props) {
  const { t } = useWords();
  const number = (name: NumberName, hint?: Phrase) => (
    <Field
      name={name}
      label={`pipeline.${name}`}
      hint={hint}
      form={form}
      defaultValue={String(settings[name])}
      inputMode="numeric"
      maxLength={6}
      className="pipeline-number"
    />
  );
  const tick = (name: "repeatOwn" | "severalLetters" | "holdLetters", hint?: Phrase) => (
    <Checkbox
      name={name}
      label={`pipeline.${name}`}
      hint={hint}
      form={form}
      defaultChecked={settings[name]}
    />
  );
  return (
    <form method="post" action="/administration/moderation" className="stack" noValidate data-once>
      <ErrorSummary form={form} />
      <input type="hidden" name="intent" value="set" />
      <fieldset className="pipeline-group stack">
        <legend>{t("pipeline.letters")}</legend>
        {tick("holdLetters", "pipeline.holdLetters.hint")}
      </fieldset>
      <fieldset className="pipeline-group stack">
        <legend>{t("pipeline.newcomers")}</legend>
        {number("firstComments", "pipeline.firstComments.hint")}
        {number("linksUntil", "pipeline.linksUntil.hint")}
      </fieldset>
      <fieldset className="pipeline-group stack">
        <legend>{t("pipeline.repeats")}</legend>
        {number("repeatHours", "pipeline.repeatHours.hint")}
        {tick("repeatOwn")}
        {tick("severalLetters")}
        {number("repeatAccounts", "pipeline.repeatAccounts.hint")}
      </fieldset>
      <fieldset className="pipeline-group stack">
        <legend>{t("pipeline.flood")}</legend>
        {number("floodShort", "pipeline.flood.hint")}
        {number("floodDay")}
      </fieldset>
      <p>
        <button className="button">{t("form.save")}</button>
      </p>
    </form>
  );
}
