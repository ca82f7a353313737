import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { translator } from "#app/languages/translate.ts";
import { Bell } from "#app/notices/bell.tsx";
import { readPageReader } from "#app/requests/page-reader.server.ts";
import { hydrates } from "#app/ui/hydration.ts";
import { NonceContext } from "#app/ui/nonce.tsx";
import { Banner, Footer, Masthead } from "#app/ui/page.tsx";
import { useReader, useWords } from "#app/ui/words.tsx";
import "./styles/styles.css";

export async function loader(args: LoaderFunctionArgs) {
  const { reader, setCookie } = await readPageReader(args);
  return data(reader, { headers: setCookie ? { "Set-Cookie": setCookie } : {} });
}

export const meta: MetaFunction<typeof loader> = ({ data: reader, error }) => {
  if (!error) return [{ title: "Tribune" }];
  const t = translator(reader?.language ?? "en");
  return [
    { title: `${t(`error.${shownStatus(error)}.title`)} · Tribune` },
    { name: "robots", content: "noindex" },
  ];
};

/** What a page that only says what went wrong keeps of its refusal: when to come back. */
export function headers({ errorHeaders }: { errorHeaders?: Headers }): Record<string, string> {
  const wait = errorHeaders?.get("Retry-After");
  return wait ? { "Retry-After": wait } : {};
}

function shownStatus(error: unknown): 400 | 403 | 404 | 429 | 500 {
  const status = statusOf(error);
  if (status === 403 || status === 404 || status === 429) return status;
  // 405, say: what was asked is at fault, not we.
  return status >= 400 && status < 500 ? 400 : 500;
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}

export function Layout({ children }: { children: ReactNode }) {
  const reader = useReader();
  const matches = useMatches();
  const nonce = useContext(NonceContext);
  // A page that says what went wrong has nothing to hydrate. Where nothing did, the error is null.
  const failed = useRouteError() != null;
  const hydrated = !failed && matches.some((match) => hydrates(match.handle));
  return (
    <html lang={reader?.language ?? "en"} data-theme={reader?.theme ?? "auto"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links />
        <script type="module" src="/enhance.js" />
        {import.meta.env.DEV ? <script type="module" src="/@vite/client" /> : null}
      </head>
      <body>
        <Masthead>
          <Bell />
        </Masthead>
        <Banner />
        {children}
        <Footer />
        {hydrated ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** 403, 404 and 429 in the site's own frame. A fault (500, 503) is the server's plain page instead. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useWords();
  const status = shownStatus(error);
  return (
    <main id="main" className="page narrow stack">
      <p className="kicker">{statusOf(error)}</p>
      <h1>{t(`error.${status}.title`)}</h1>
      <p>{t(`error.${status}.text`)}</p>
      <p>
        <a href="/">{t("plain.home")}</a> · <a href="/letters">{t("page.letters")}</a>
      </p>
    </main>
  );
}
