import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

/** Where a link leads that is unknown, or whose address was erased. */
export function NoData({ erased }: { erased: boolean }) {
  const { t } = useWords();
  return (
    <NarrowPage title={t(erased ? "myData.erased.title" : "myData.unknown.title")}>
      <p className="lead">{t(erased ? "myData.erased.text" : "myData.unknown.text")}</p>
      {erased ? null : (
        <p>
          <a href="/my-data">{t("myData.unknown.again")}</a>
        </p>
      )}
    </NarrowPage>
  );
}
