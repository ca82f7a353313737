import type { Level } from "#app/organisations/mandate.ts";
import type { MemberRole, OrganisationForm } from "#app/organisations/organisation.ts";

export type SampleOrganisation = Omit<OrganisationForm, "another"> & {
  slug: string;
  members: { name: string; role: MemberRole }[];
  /** How its first member's mandate is proved; a domain is the one of its website. */
  proof: Exclude<Level, "countersigned">;
  /** Its mark, drawn in a square of 48: paths with their colours. */
  logo: [path: string, colour: string][];
  /** Letters it signs, by the member who speaks for it. */
  signs: {
    letter: string;
    by: string;
    role: string;
    shown: boolean;
    statement: string;
    /** Whether a second officer has approved it. */
    countersigned?: boolean;
  }[];
};

const trusted = "pour-un-cloud-de-confiance-verifiable";
const research = "research-data-and-european-cloud-certification";
const none = { website: "", registration: "", about: "", logo: [], signs: [] };

/** Made-up organisations of the sample content, one of each level; members are named as the accounts are. */
export const sampleOrganisations: SampleOrganisation[] = [
  {
    ...none,
    slug: "hexanuage",
    name: "Hexanuage SAS",
    sector: "cloud-provider",
    country: "FR",
    website: "https://hexanuage.example/",
    about: "Hébergement et services de cloud, exploités en France.",
    proof: "domain",
    logo: [["M24 4 41 14v20L24 44 7 34V14Z", "#1d3f72"]],
    members: [
      { name: "Camille Vasseur", role: "owner" },
      { name: "Owen Tregarth", role: "spokesperson" },
    ],
  },
  {
    ...none,
    slug: "open-exit-alliance",
    name: "Open Exit Alliance",
    sector: "association",
    country: "GB",
    website: "https://open-exit.example/",
    about: "We work for contracts that one can leave.",
    proof: "mailed",
    members: [{ name: "Owen Tregarth", role: "owner" }],
    signs: [
      {
        letter: trusted,
        by: "Owen Tregarth",
        role: "Chair",
        shown: true,
        statement: "A label that says how one leaves is worth more than one that says where one stands.",
      },
    ],
  },
  {
    ...none,
    slug: "institut-vaubert-pour-la-recherche-ouverte",
    name: "Institut Vaubert pour la recherche ouverte",
    sector: "research",
    country: "FR",
    website: "https://vaubert.example/",
    about: "Recherche publique sur les données et leurs usages.",
    proof: "federated",
    logo: [
      ["M6 10h36v6H6zm0 11h36v6H6z", "#1f6138"],
      ["M6 32h20v6H6z", "#a3271b"],
    ],
    members: [{ name: "Lucile Ansquer", role: "owner" }],
    signs: [
      { letter: trusted, by: "Lucile Ansquer", role: "Directrice", shown: true, statement: "" },
      { letter: research, by: "Lucile Ansquer", role: "Directrice", shown: false, statement: "" },
    ],
  },
  {
    ...none,
    slug: "mutualite-des-ecluses-numeriques",
    name: "Mutualité des Écluses numériques",
    sector: "user",
    country: "FR",
    website: "https://ecluses-numeriques.example/",
    about: "Cent quarante communes qui achètent ensemble leurs services numériques.",
    proof: "domain",
    logo: [
      ["M8 40V8h8v32zm24 0V8h8v32z", "#5b3a86"],
      ["M16 20h16v8H16z", "#817b6f"],
    ],
    members: [
      { name: "Sylvie Corbin-Traoré", role: "owner" },
      { name: "Hadrien Mazeaud", role: "spokesperson" },
    ],
    signs: [
      {
        letter: trusted,
        by: "Sylvie Corbin-Traoré",
        role: "Présidente",
        shown: true,
        statement:
          "Nos communes ne peuvent pas vérifier elles-mêmes ce qu’un label affirme : il doit être vérifiable.",
        countersigned: true,
      },
    ],
  },
  {
    ...none,
    slug: "nuee-systemes",
    name: "Nuée Systèmes SA",
    sector: "software-publisher",
    country: "BE",
    website: "https://nuee-systemes.example/",
    about: "Logiciels de gestion pour les collectivités.",
    proof: "domain",
    logo: [["M24 6a18 18 0 1 0 .01 0ZM24 16a8 8 0 1 1-.01 0Z", "#b06a00"]],
    members: [{ name: "Rémi Cathelineau", role: "owner" }],
    signs: [{ letter: trusted, by: "Rémi Cathelineau", role: "", shown: false, statement: "" }],
  },
  {
    ...none,
    slug: "lindqvist-data",
    name: "Lindqvist Data AB",
    sector: "integrator",
    country: "SE",
    proof: "declared",
    members: [{ name: "Tove Lindqvist", role: "owner" }],
    signs: [{ letter: trusted, by: "Tove Lindqvist", role: "Integration lead", shown: true, statement: "" }],
  },
  {
    ...none,
    slug: "mission-nuage-de-l-etat",
    name: "Mission Nuage de l’État",
    sector: "public-body",
    country: "FR",
    website: "https://mission-nuage.example/",
    about:
      "Tient la doctrine d’usage de l’informatique en nuage par l’État, et répond à ceux qui la commentent.",
    members: [{ name: "Nadège Quintrec", role: "owner" }],
    proof: "domain",
  },
];
