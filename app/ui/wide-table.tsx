import type { ReactNode } from "react";
import type { Phrase } from "#app/languages/translate.ts";
import { useWords } from "./words.tsx";

/** A table that may be wider than its page: it is scrolled by itself, by keyboard too. @param children its rows */
export function WideTable({
  title,
  columns,
  children,
}: {
  title: Phrase;
  columns: Phrase[];
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <div className="wide-table" tabIndex={0} role="region" aria-label={t(title)}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
