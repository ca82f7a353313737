import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { writingRoles } from "#app/co-authors/co-author.ts";
import { readCitedPassages } from "#app/doctrine/cite-provision.server.ts";
import { type OtherText, OtherTextView } from "#app/drafts/other-text.tsx";
import { isLanguage } from "#app/languages/language.ts";
import { emptyDocument } from "#app/letters/document.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readTranslationInput } from "#app/letters/letter-input.server.ts";
import { documentToMarkdown } from "#app/letters/write-markdown.ts";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound, visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { elsewhere } from "#app/requests/written-letter.server.ts";
import { compareWithStored } from "#app/translations/compare-with-stored.server.ts";
import { readTranslatedLetter } from "#app/translations/read-translations.server.ts";
import { deleteTranslation, saveTranslation } from "#app/translations/save-translation.server.ts";
import { DeleteTranslation, OriginalText, TranslationText } from "#app/translations/translation-parts.tsx";
import { TranslationForm } from "#app/translations/translation-form.tsx";
import { StandingLine } from "#app/translations/standing-line.tsx";
import { readOriginalName } from "#app/translations/translation.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export const handle = { hydrate: true };

export async function loader(args: LoaderFunctionArgs) {
  const { slug = "", language } = args.params;
  const { account } = await writerOf(args);
  if (!isLanguage(language)) throw notFound();
  // The session ended while writing: the form comes back with what was typed and nothing of what is stored.
  if (!account) return { slug, language, letter: null, translation: null, markdown: "", cited: [] };
  const letter = await readTranslatedLetter(slug, account.id);
  if (!letter) throw await elsewhere(slug, account.id);
  const { translations, ...original } = letter;
  const translation = translations.find((each) => each.language === language) ?? null;
  const writes = writingRoles.includes(letter.role);
  if (letter.language === language || (!translation && !writes)) throw notFound();
  const shown = writes ? original.document : translation?.document;
  const { passages: cited } = await readCitedPassages(shown ?? emptyDocument);
  const markdown = documentToMarkdown(translation?.document ?? emptyDocument);
  return { slug, language, letter: original, translation, markdown, cited };
}

export async function action(args: ActionFunctionArgs) {
  const { slug = "", language } = args.params;
  const { account } = await visitorOf(args);
  if (!isLanguage(language)) throw notFound();
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  if (values.intent === "delete") {
    const { outcome } = await deleteTranslation(slug, account.id, language);
    if (outcome === "not-found") throw notFound();
    return redirect(`/letters/${slug}/draft/translations?after=deleted`, 303);
  }
  const input = readTranslationInput(values);
  if (!input.ok) return data(input.state, { status: 400 });
  const text = { title: input.fields.title, document: input.document };
  const revision = pageKey(values.revision ?? null) ?? 0;
  const original = values.intent === "save-current" ? readOriginalName(values.original) : null;
  const { outcome } = await saveTranslation(slug, account.id, language, revision, text, original);
  switch (outcome) {
    case "saved":
      return redirect(`/letters/${slug}/draft/translations/${language}?saved`, 303);
    case "stale": {
      const stored = await compareWithStored(slug, account.id, language, text);
      const kept = { ...values, revision: String(stored?.revision ?? 0) };
      const refused = refusedForm(kept, {}, "translations.stale");
      return data({ ...refused, other: stored?.other ?? null }, { status: 409 });
    }
    case "letter-closed":
      return data(refusedForm(values, {}, "translations.closed"), { status: 409 });
    case "not-found":
      throw notFound();
  }
}

export const meta: MetaFunction<typeof loader> = phraseTitle("translations.title");

export default function TranslateLetter() {
  const { slug, language, letter, translation, markdown, cited } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  const title = t(`translations.into.${language}`);
  const writes = !letter || writingRoles.includes(letter.role);
  const other = form && "other" in form ? (form.other as OtherText | null) : null;
  return (
    <main id="main" className={`page stack ${writes ? "translation-page" : "medium"}`}>
      {letter ? (
        <LetterPartHead letter={letter} href={`/letters/${slug}/draft/translations`} title={title} />
      ) : (
        <h1 className="page-title">{title}</h1>
      )}
      {search.has("saved") && !form ? <Notice>{t("translations.after.saved")}</Notice> : null}
      {translation ? (
        <p>
          <StandingLine {...translation} />
        </p>
      ) : null}
      <LoggedOutNotice form={form} />
      {other ? <OtherTextView other={other} /> : null}
      {writes ? (
        <div className="translation-columns">
          <TranslationForm
            slug={slug}
            language={language}
            values={{
              title: translation?.title ?? "",
              document: translation?.document ?? emptyDocument,
              markdown,
            }}
            revision={translation?.revision ?? 0}
            original={letter?.sha256 ?? ""}
            form={form}
          />
          {letter ? <OriginalText text={letter} passages={cited} /> : null}
        </div>
      ) : translation ? (
        <TranslationText slug={slug} text={translation} passages={cited} />
      ) : null}
      {translation && letter?.role === "author" ? <DeleteTranslation /> : null}
    </main>
  );
}
