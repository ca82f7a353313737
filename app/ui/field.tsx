import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from "react";
import type { Phrase } from "#app/languages/translate.ts";
import type { FormState } from "#app/requests/form.ts";
import { useWords } from "./words.tsx";

type Common = {
  name: string;
  label: Phrase;
  hint?: Phrase;
  form?: FormState;
  /** Told apart from other forms on the same page. */
  idPrefix?: string;
  optional?: boolean;
  hintValues?: Record<string, string | number>;
};

function useField({ name, form, hint, idPrefix = "" }: Common) {
  const id = `${idPrefix}${name}`;
  const error = form?.errors[name];
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return { id, error, describedBy, value: form?.values[name] };
}

function Surround({
  common,
  id,
  error,
  children,
}: {
  common: Common;
  id: string;
  error?: Phrase;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label htmlFor={id}>
        {t(common.label)}
        {common.optional ? <span className="field-optional"> {t("form.optional")}</span> : null}
      </label>
      {common.hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {t(common.hint, common.hintValues)}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {t(error, common.form?.told)}
        </p>
      ) : null}
      {children}
    </div>
  );
}

type FieldProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, "form" | "name">;

/** A labelled one-line input with its hint and its error, tied together for screen readers. */
export function Field(props: FieldProps) {
  const { name, label, hint, form, idPrefix, optional, hintValues, defaultValue, ...input } = props;
  const common = { name, label, hint, form, idPrefix, optional, hintValues };
  const { id, error, describedBy, value } = useField(common);
  return (
    <Surround common={common} id={id} error={error}>
      <input
        id={id}
        name={name}
        type="text"
        defaultValue={value ?? defaultValue}
        required={!optional}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        {...input}
      />
    </Surround>
  );
}

type TextAreaProps = Common & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "form" | "name">;

/** A labelled text area; with `maxLength` the enhancement counts what is left. */
export function TextArea(props: TextAreaProps) {
  const { name, label, hint, form, idPrefix, optional, hintValues, defaultValue, ...area } = props;
  const common = { name, label, hint, form, idPrefix, optional, hintValues };
  const { id, error, describedBy, value } = useField(common);
  return (
    <Surround common={common} id={id} error={error}>
      <textarea
        id={id}
        name={name}
        rows={5}
        defaultValue={value ?? defaultValue}
        required={!optional}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        {...area}
      />
    </Surround>
  );
}

type SelectProps = Common & {
  choices: { value: string; label: string }[];
  /** What stands there before anything is chosen. */
  placeholder: string;
  defaultValue: string;
};

/** One choice among many. */
export function Select(props: SelectProps) {
  const { t } = useWords();
  const { id, error, describedBy, value } = useField(props);
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label htmlFor={id}>{t(props.label)}</label>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {t(error)}
        </p>
      ) : null}
      <select
        id={id}
        name={props.name}
        defaultValue={value ?? props.defaultValue}
        required={!props.optional}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
      >
        <option value="">{props.placeholder}</option>
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A tick box with its label to the right. */
export function Checkbox({
  name,
  label,
  hint,
  hintValues,
  form,
  idPrefix = "",
  defaultChecked,
}: Common & { defaultChecked?: boolean }) {
  const { t } = useWords();
  const id = `${idPrefix}${name}`;
  return (
    <div className="field-check">
      <input
        id={id}
        type="checkbox"
        name={name}
        defaultChecked={form ? form.values[name] === "on" : defaultChecked}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <div>
        <label htmlFor={id}>{t(label)}</label>
        {hint ? (
          <p className="field-hint" id={`${id}-hint`}>
            {t(hint, hintValues)}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** Several of a few, each a tick box with a name of its own; what is wrong with them together stands above them. */
export function Checkboxes({
  name,
  label,
  form,
  boxes,
}: Pick<Common, "name" | "label" | "form"> & { boxes: { name: string; label: Phrase }[] }) {
  const { t } = useWords();
  const wrong = form?.errors[name];
  return (
    <fieldset
      id={name}
      className={wrong ? "field field-wrong" : "field"}
      aria-describedby={wrong ? `${name}-error` : undefined}
    >
      <legend>{t(label)}</legend>
      {wrong ? (
        <p className="field-error" id={`${name}-error`}>
          {t(wrong)}
        </p>
      ) : null}
      {boxes.map((box) => (
        <Checkbox key={box.name} {...box} form={form} />
      ))}
    </fieldset>
  );
}

/** One choice among a few, each in sight. */
export function Choices(
  props: Common & { choices: { value: string; label: Phrase }[]; defaultValue: string },
) {
  const { t } = useWords();
  const { id, error, describedBy, value } = useField(props);
  const chosen = value ?? props.defaultValue;
  return (
    <fieldset className={error ? "field field-wrong" : "field"} id={id} aria-describedby={describedBy}>
      <legend>{t(props.label)}</legend>
      {props.hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {t(props.hint)}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {t(error)}
        </p>
      ) : null}
      <div className="choices">
        {props.choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input
              type="radio"
              name={props.name}
              value={choice.value}
              defaultChecked={choice.value === chosen}
            />
            <span>{t(choice.label)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
