import { useWords } from "#app/ui/words.tsx";

/**
 * The small way to report something.
 * @param of what it is, as the report's address names it: "comment=12"
 * @param what its name, where many such links stand beside each other
 */
export function ReportLink({ of, what }: { of: string; what?: string }) {
  const { t } = useWords();
  return (
    <a
      href={`/moderation/report?${of}`}
      className="report-link"
      rel="nofollow"
      aria-label={what ? `${t("report.link")}: ${what}` : undefined}
    >
      {t("report.link")}
    </a>
  );
}
