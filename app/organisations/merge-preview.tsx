import type { FormState } from "#app/requests/form.ts";
import { Field } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";

type Preview = {
  kept: { slug: string; name: string };
  members: string[];
  signatures: number;
  both: string[];
};

/** What a merge would do, and the form that does it once the name is typed. */
export function MergePreview({
  gone,
  preview: { kept, members, signatures, both },
  form,
}: {
  gone: { slug: string; name: string };
  preview: Preview;
  form?: FormState;
}) {
  const { t, number } = useWords();
  return (
    <>
      <h2>{t("merge.preview", { gone: gone.name, kept: kept.name })}</h2>
      <p>
        <a href={`/organisations/${kept.slug}`}>{kept.name}</a>
      </p>
      {members.length > 0 ? (
        <>
          <p>{t("merge.members")}</p>
          <Names names={members} />
        </>
      ) : (
        <p>{t("merge.noMembers")}</p>
      )}
      <p>{t("merge.signatures", { count: signatures, number: number(signatures) })}</p>
      {both.length > 0 ? (
        <>
          <p>{t("merge.both")}</p>
          <Names names={both} />
        </>
      ) : null}
      <p>{t("merge.keeps")}</p>
      <form method="post" className="stack" noValidate data-once>
        <input type="hidden" name="kept" value={kept.slug} />
        <p>{t("merge.name", { name: gone.name })}</p>
        <Field name="name" label="merge.name.label" form={form} autoComplete="off" maxLength={160} />
        <p>
          <button className="button button-seal">{t("merge.button")}</button>
        </p>
      </form>
    </>
  );
}

function Names({ names }: { names: string[] }) {
  return (
    <ul>
      {names.map((name, place) => (
        // Two members, or two letters, may have one name.
        <li key={place}>{name}</li>
      ))}
    </ul>
  );
}
