import type { fraud as english } from "../en/fraud.ts";

export const fraud: Record<keyof typeof english, string> & Record<string, string> = {
  "effort.waiting": "Un instant : votre navigateur prouve qu’il n’est pas un programme qui signe en masse.",
  "effort.trap": "Laissez ce champ vide",
  "effort.title": "Un instant de patience",
  "effort.wait_one": "Appuyez sur le bouton dans une seconde.",
  "effort.wait_many": "Appuyez sur le bouton dans {{count}} secondes.",
  "effort.wait_other": "Appuyez sur le bouton dans {{count}} secondes.",
  "effort.why":
    "Votre navigateur n’a pas prouvé qu’il n’est pas un programme qui signe en masse, peut-être parce qu’aucun script n’y fonctionne. Attendre est aussi une preuve. Ce que vous avez saisi est gardé ; rien n’est encore signé.",
  "effort.button": "Signer maintenant",
  "suspicion.burst": "beaucoup depuis un même réseau en dix minutes",
  "suspicion.sustained": "beaucoup depuis un même réseau en un jour",
  "suspicion.sameName": "un même nom plusieurs fois depuis un réseau",
  "suspicion.namePattern": "un nom qui semble inventé, ou porté par beaucoup en une heure",
  "suspicion.disposableDomain": "une boîte jetable",
};
