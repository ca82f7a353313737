import type { FormState } from "#app/requests/form.ts";
import { TextArea } from "#app/ui/field.tsx";
import { letterLimits } from "./letter.ts";

/** The fields of what surrounds a letter's text: whom it is written to, and what it says in short. */
export function LetterSurroundings({
  values,
  form,
}: {
  values: { addressees: string[]; summary: string };
  form?: FormState;
}) {
  return (
    <>
      <TextArea
        name="addressees"
        label="draft.addressees"
        hint="draft.addressees.hint"
        form={form}
        required={false}
        rows={3}
        defaultValue={values.addressees.join("\n")}
      />
      <TextArea
        name="summary"
        label="draft.summary"
        hint="draft.summary.hint"
        form={form}
        optional
        rows={3}
        maxLength={letterLimits.summary}
        defaultValue={values.summary}
        data-count
      />
    </>
  );
}
