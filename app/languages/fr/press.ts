import type { press as english } from "../en/press.ts";

export const press: Record<keyof typeof english, string> = {
  "press.title": "Pour la presse",
  "press.link": "Pour la presse",
  "press.lead": "Ce qui peut être cité de cette lettre, à la date du",
  "press.facts": "En bref",
  "press.published": "Publiée le",
  "press.from": "Écrite par",
  "press.to": "Adressée à",
  "press.closes": "Peut être signée jusqu’au",
  "press.state": "État",
  "press.state.open": "Ouverte à la signature",
  "press.figures": "Chiffres",
  "press.confirmed": "Signatures, chacune confirmée par courriel",
  "press.version": "Dont sur le texte actuel (version {{version}})",
  "press.organisations": "Dont organisations, chacune par un mandat prouvé",
  "press.imported": "Reprises d’ailleurs, non vérifiées, comptées à part",
  "press.countries": "Pays des organisations",
  "press.figures.note":
    "Une personne qui signe indique l’organisation à laquelle elle appartient ; personne ne l’a vérifié. Les organisations sont comptées quand leur mandat est prouvé.",
  "press.cite": "Comment la citer",
  "press.cite.line":
    "{{author}}, « {{title}} », lettre ouverte, Tribune, version {{version}} du {{day}}, {{url}} (SHA-256 {{sha256}})",
  "press.statements": "Messages des signataires",
  "press.statements.text":
    "Ces signataires permettent à la presse de citer leurs mots tels qu’ils figurent ici, sous leur nom. Les autres ont écrit pour la liste publique de la lettre : demandez-leur d’abord.",
  "press.statements.newest":
    "La presse peut citer les mots de ces signataires, les derniers à l’avoir permis, tels qu’ils figurent ici, sous leur nom. Demandez aux autres d’abord.",
  "press.statements.none":
    "Aucun signataire ne permet pour l’instant à la presse de le citer. Ce qui figure dans la liste publique de la lettre a été écrit pour cette liste : demandez d’abord.",
  "press.statements.link": "Signatures avec un message",
  "press.history": "Ce qui s’est passé",
  "press.files": "Fichiers",
  "press.files.pdf": "La lettre en PDF, avec ses signataires",
  "press.files.json": "Tout ce qui est public à son sujet, en JSON",
  "press.files.csv": "Les signatures en CSV",
  "press.files.card": "Image de 1200 × 630 pixels (PNG)",
  "press.files.badge": "Nombre de signatures (SVG)",
  "press.files.logo": "Logo : {{name}}",
  "press.contact": "À qui s’adresser",
  "press.contact.organisation": "La page de l’auteur, avec son propre site :",
  "press.contact.host":
    "L’auteur n’a pas donné de page publique. L’hébergeur de ce site transmet les questions ; aucune adresse personnelle n’est communiquée.",
};
