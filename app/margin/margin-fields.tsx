import type { FormState } from "#app/requests/form.ts";
import { TextArea } from "#app/ui/field.tsx";
import { marginLimits } from "./margin.ts";

/** More names than that are not told: whoever mentions somebody knows them. */
const mostNames = 12;

type Props = {
  idPrefix: string;
  label: "margin.body" | "margin.reply.body";
  /** Names that a comment can mention. */
  people: string[];
  form?: FormState;
  defaultValue?: string;
  rows?: number;
};

/** The words of a comment in the margin, under whom they can mention. */
export function MarginBody({ people, ...area }: Props) {
  const names = people.slice(0, mostNames).map((name) => `@${name}`);
  return (
    <TextArea
      name="body"
      hint={names.length > 0 ? "margin.body.hint.names" : "margin.body.hint"}
      hintValues={{ names: names.join(", ") }}
      rows={4}
      maxLength={marginLimits.body}
      {...area}
    />
  );
}
