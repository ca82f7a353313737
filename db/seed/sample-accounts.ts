import type { Role } from "#app/accounts/account.ts";
import type { Language } from "#app/languages/language.ts";

/**
 * The accounts of the sample content. Everybody knows their passwords: Tribune refuses to start beyond this
 * machine on a database that holds one of them.
 */
export const sampleAccounts: {
  email: string;
  name: string;
  password: string;
  role: Role;
  language: Language;
}[] = [
  {
    email: "camille@tribune.example",
    name: "Camille Vasseur",
    password: "lettre-ouverte-2026",
    role: "member",
    language: "fr",
  },
  {
    email: "owen@tribune.example",
    name: "Owen Tregarth",
    password: "open-letter-2026",
    role: "member",
    language: "en",
  },
  {
    email: "moderation@tribune.example",
    name: "Salomé Okonkwo",
    password: "calme-et-clarte-2026",
    role: "moderator",
    language: "fr",
  },
  {
    email: "admin@tribune.example",
    name: "Inès Charpentier",
    password: "maison-commune-2026",
    role: "admin",
    language: "fr",
  },
];
