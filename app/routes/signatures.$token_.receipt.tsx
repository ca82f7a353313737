import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/requests/visitor.server.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { readReceipt } from "#app/signatures/receipt.server.ts";
import { ReceiptSheet } from "#app/signatures/receipt-sheet.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const receipt = await readReceipt(token);
  if (!receipt) throw notFound();
  return data({ receipt, token }, { headers: secretPageHeaders });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = phraseTitle("receipt.title");

export default function ReceiptPage() {
  const { receipt, token } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <NarrowPage title={t("receipt.title")}>
      <ReceiptSheet receipt={receipt} />
      <p className="receipt-ways">
        <a href={`/signatures/${token}/receipt.json`} download>
          {t("receipt.json")}
        </a>{" "}
        <button type="button" className="link-button" data-print hidden>
          {t("share.print")}
        </button>
      </p>
      <p className="receipt-ways">
        <a href={`/signatures/${token}`}>{t("signature.title")}</a>
      </p>
    </NarrowPage>
  );
}
