import type { MemberRole, OrganisationForm } from "#app/organisations/organisation.ts";

type SampleOrganisation = Omit<OrganisationForm, "another"> & {
  slug: string;
  members: { name: string; role: MemberRole }[];
};

/** Made-up organisations of the sample content; members are named as the sample accounts are. */
export const sampleOrganisations: SampleOrganisation[] = [
  {
    slug: "hexanuage",
    name: "Hexanuage SAS",
    sector: "cloud-provider",
    country: "FR",
    website: "https://hexanuage.example/",
    registration: "",
    about: "Hébergement et services de cloud, exploités en France.",
    members: [
      { name: "Camille Vasseur", role: "owner" },
      { name: "Owen Tregarth", role: "spokesperson" },
    ],
  },
  {
    slug: "open-exit-alliance",
    name: "Open Exit Alliance",
    sector: "association",
    country: "GB",
    website: "https://open-exit.example/",
    registration: "",
    about: "We work for contracts that one can leave.",
    members: [{ name: "Owen Tregarth", role: "owner" }],
  },
];
