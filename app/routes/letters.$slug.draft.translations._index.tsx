import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { writingRoles } from "#app/co-authors/co-author.ts";
import { isLanguage } from "#app/languages/language.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { typedValues } from "#app/requests/form.ts";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";
import { elsewhere } from "#app/requests/written-letter.server.ts";
import { readTranslatedLetter } from "#app/translations/read-translations.server.ts";
import { leaveOut } from "#app/translations/save-translation.server.ts";
import { TranslationList } from "#app/translations/translation-list.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await accountOf(args);
  const letter = await readTranslatedLetter(slug, account.id);
  if (!letter) throw await elsewhere(slug, account.id);
  const { title, language, draft, role } = letter;
  const translations = letter.translations.map(({ document: _, originalSha256: __, ...shown }) => shown);
  return { letter: { slug, title, language, draft, role }, translations };
}

/** Where a form of another page leads back to. */
const ways = { publish: "publish", compare: "revise/compare" } as const;

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await accountOf(args);
  const { intent, language, next } = typedValues(await args.request.formData());
  if (!isLanguage(language) || (intent !== "leave-out" && intent !== "take-in")) throw notFound();
  const { outcome } = await leaveOut(slug, account.id, language, intent === "leave-out");
  if (outcome === "not-found") throw notFound();
  const way = next === "publish" || next === "compare" ? ways[next] : "draft/translations";
  return redirect(`/letters/${slug}/${way}?after=${intent === "leave-out" ? "leftOut" : "takenIn"}`, 303);
}

export const meta: MetaFunction = phraseTitle("translations.title");

const notices = ["leftOut", "takenIn", "deleted"] as const;

export default function Translations() {
  const { letter, translations } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { t } = useWords();
  const notice = notices.find((name) => name === search.get("after"));
  const writes = writingRoles.includes(letter.role);
  const text = letter.draft ? (writes ? "edit" : "draft") : "revise";
  return (
    <main id="main" className="page medium stack">
      <LetterPartHead
        letter={letter}
        href={`/letters/${letter.slug}/${text}`}
        title={t("translations.title")}
      />
      {notice ? <Notice>{t(`translations.after.${notice}`)}</Notice> : null}
      <p className="lead">{t("translations.lead")}</p>
      {letter.draft ? null : <p>{t("translations.next")}</p>}
      <TranslationList letter={letter} translations={translations} />
    </main>
  );
}
