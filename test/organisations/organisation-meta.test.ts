import { expect, test } from "vitest";
import { textJsonLd } from "#app/doctrine/text-meta.ts";
import { organisationJsonLd, organisationMeta } from "#app/organisations/organisation-meta.ts";

const hostile = 'Ada </script><script>alert("1")</script> & Co';
const organisation = {
  id: 1,
  slug: "ada",
  name: hostile,
  sector: "association" as const,
  country: "FR",
  website: "https://ada.example/",
  registration: "",
  about: hostile,
  logo: null,
};

test("an organisation's data for machines cannot end its script element", () => {
  const json = organisationJsonLd(organisation, "https://t.example");
  expect(json).not.toContain("<");
  expect(JSON.parse(json)).toEqual({
    "@context": "https://schema.org",
    "@type": "Organization",
    name: hostile,
    description: hostile,
    url: "https://t.example/organisations/ada",
    sameAs: "https://ada.example/",
    address: { "@type": "PostalAddress", addressCountry: "FR" },
  });
});

test("its page names its feed and its picture", () => {
  const tags = organisationMeta(organisation, ["ada.example"], {
    origin: "https://t.example",
    language: "en",
  });
  expect(tags).toEqual(
    expect.arrayContaining([
      { property: "og:image", content: "https://t.example/organisations/ada/card.png" },
      { property: "og:image:alt", content: `${hostile}. Association, France. ada.example` },
    ]),
  );
});

test("a text's data for machines cannot end its script element, and names no source that is no address", () => {
  const revision = {
    id: 1,
    dated: "2023-01-01",
    title: hostile,
    source: "javascript:alert(1)",
    provisionCount: 3,
  };
  const text = { id: 1, slug: "a-text", title: "A text", language: "en" as const, revisions: [revision] };
  const json = textJsonLd(text, revision, "https://t.example");
  expect(json).not.toContain("<");
  expect(JSON.parse(json)).toEqual({
    "@context": "https://schema.org",
    "@type": "Legislation",
    name: hostile,
    inLanguage: "en",
    legislationDateVersion: "2023-01-01",
    url: "https://t.example/doctrine/a-text",
  });
});
