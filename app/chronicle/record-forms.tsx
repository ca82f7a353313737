import type { Official } from "#app/identity/identity.ts";
import type { Letter } from "#app/letters/letter.ts";
import type { FormState } from "#app/requests/form.ts";
import { Field, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { recordLimits } from "./record.ts";
import { RecordForm } from "./record-page.tsx";

type Props = {
  letter: Pick<Letter, "slug" | "language" | "addressees" | "version" | "signatureCount">;
  submissionKey: string;
  today: string;
  form?: FormState;
};

/** The form of an update, in the letter's language. */
export function UpdateFields({ letter, submissionKey, form }: Omit<Props, "today">) {
  const { t } = useWords();
  return (
    <RecordForm
      title="update.new"
      text={t("update.new.text")}
      button="update.button"
      submissionKey={submissionKey}
      place={`/letters/${letter.slug}/updates`}
      form={form}
    >
      <Field
        name="title"
        label="update.title"
        form={form}
        maxLength={recordLimits.title}
        lang={letter.language}
      />
      <TextArea
        name="body"
        label="update.body"
        hint="update.body.hint"
        form={form}
        rows={12}
        maxLength={recordLimits.update}
        lang={letter.language}
        data-count
      />
    </RecordForm>
  );
}

/** The form of a delivery. The count is not asked for: the platform counts. */
export function DeliveryFields({ letter, submissionKey, today, form }: Props) {
  const { t, number } = useWords();
  const { version, addressees } = letter;
  return (
    <RecordForm
      title="delivery.new"
      text={t("delivery.new.text", { number: number(letter.signatureCount), version })}
      button="delivery.button"
      submissionKey={submissionKey}
      place={`/letters/${letter.slug}/delivery`}
      form={form}
    >
      <Field
        name="addressee"
        label="delivery.addressee"
        hint="delivery.addressee.hint"
        form={form}
        maxLength={recordLimits.addressee}
        lang={letter.language}
        list="addressees"
        defaultValue={addressees.length === 1 ? addressees[0] : ""}
      />
      <datalist id="addressees">
        {addressees.map((addressee) => (
          <option key={addressee} value={addressee} />
        ))}
      </datalist>
      <Field
        name="day"
        type="date"
        label="delivery.on"
        hint="delivery.on.hint"
        form={form}
        defaultValue={today}
        max={today}
      />
    </RecordForm>
  );
}

/** The form of a reply, for the letter's author or for an official. */
export function ReplyFields({
  letter,
  submissionKey,
  today,
  official,
  form,
}: Props & { official: Official | null }) {
  const { t } = useWords();
  return (
    <RecordForm
      title="reply.new"
      text={
        official
          ? t("reply.new.official", { body: official.body || t("official.siret", { siret: official.siret }) })
          : t("reply.new.author")
      }
      button="reply.button"
      submissionKey={submissionKey}
      place={`/letters/${letter.slug}/replies`}
      form={form}
    >
      <Field
        name="name"
        label="reply.name"
        hint="reply.name.hint"
        form={form}
        maxLength={recordLimits.name}
        autoComplete="off"
      />
      <Field name="office" label="reply.office" form={form} optional maxLength={recordLimits.office} />
      <Field
        name="day"
        type="date"
        label="reply.day"
        hint="delivery.on.hint"
        form={form}
        defaultValue={today}
        max={today}
      />
      <TextArea
        name="body"
        label="reply.body"
        hint="reply.body.hint"
        form={form}
        optional
        rows={14}
        maxLength={recordLimits.reply}
        data-count
      />
      <Field
        name="address"
        label="reply.address.label"
        form={form}
        optional
        inputMode="url"
        maxLength={recordLimits.address}
      />
    </RecordForm>
  );
}
