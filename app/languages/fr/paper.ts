import type { paper as english } from "../en/paper.ts";

/** Les lettres sur papier et en fichiers : le PDF, les formats d’un brouillon, à l’aller et au retour. */
export const paper: Record<keyof typeof english, string> & Record<string, string> = {
  "paper.draft": "Brouillon, non publié",
  "paper.draft.made": "Brouillon du {{moment}}. Non publié : personne ne l’a signé.",
  "paper.notes": "Notes",
  "paper.page": "Page {{page}} sur {{pages}}",
  "paper.nobody": "Personne n’a encore signé cette lettre.",
  "paper.signed_one": "{{number}} signature, confirmée par courriel. État du {{moment}}.",
  "paper.signed_many": "{{number}} signatures, chacune confirmée par courriel. État du {{moment}}.",
  "paper.signed_other": "{{number}} signatures, chacune confirmée par courriel. État du {{moment}}.",
  "paper.onVersion_one":
    "{{number}} d’entre elles porte sur ce texte, la version {{version}} ; les autres portent sur une version antérieure.",
  "paper.onVersion_many":
    "{{number}} d’entre elles portent sur ce texte, la version {{version}} ; les autres portent sur une version antérieure.",
  "paper.onVersion_other":
    "{{number}} d’entre elles portent sur ce texte, la version {{version}} ; les autres portent sur une version antérieure.",
  "paper.alsoImported_one": "{{number}} autre a été reprise d’ailleurs et n’est pas vérifiée.",
  "paper.alsoImported_many": "{{number}} autres ont été reprises d’ailleurs et ne sont pas vérifiées.",
  "paper.alsoImported_other": "{{number}} autres ont été reprises d’ailleurs et ne sont pas vérifiées.",
  "paper.cut": "Les {{number}} premiers noms figurent ici. La suite se trouve à l’adresse {{address}}.",
  "paper.unnamed_one": "{{number}} ne montre pas de nom.",
  "paper.unnamed_many": "{{number}} ne montrent pas de nom.",
  "paper.unnamed_other": "{{number}} ne montrent pas de nom.",
  "paper.imported": "Reprises d’ailleurs, non vérifiées",
  "paper.otherVersion": "a signé la version {{version}}",
  "paper.roster": "La liste dans son état actuel : {{address}}",
  "paper.link": "La lettre en PDF",
  "paper.files": "Emporter ce brouillon :",
  "paper.files.docx": "Word",
  "paper.files.pdf": "PDF",
  "paper.files.html": "HTML",
  "paper.files.md": "Markdown",
  "paper.import.link": "Ou partir d’un fichier : Word, Markdown, HTML",
  "paper.import.title": "Une lettre à partir d’un fichier",
  "paper.import.lead":
    "Tribune en fait un brouillon qui n’est visible que de vous. Ce qu’une lettre ne peut pas contenir, comme les commentaires en marge, est énuméré avant que vous ne continuiez.",
  "paper.import.file": "Fichier",
  "paper.import.file.hint": "Un document Word (.docx), du Markdown (.md) ou du HTML, 5 Mo au plus.",
  "paper.import.file.missing": "Choisissez un fichier.",
  "paper.import.title.hint": "Si vous le laissez vide, le premier titre du fichier sera celui de la lettre.",
  "paper.import.language.file": "Celle du fichier",
  "paper.import.button": "En faire un brouillon",
  "paper.import.blank": "Partir d’une page vide",
  "paper.import.unreadable.not-text":
    "Ce fichier n’est pas un texte. Choisissez un document Word, du Markdown ou du HTML.",
  "paper.import.unreadable.not-well-formed": "Ce fichier est abîmé : il n’a pas pu être lu jusqu’au bout.",
  "paper.import.unreadable.wrong-format":
    "Ce fichier n’est pas de ceux que Tribune lit, ou n’est pas ce que dit son nom. Choisissez un document Word (.docx), du Markdown (.md) ou du HTML.",
  "paper.import.unreadable.too-deep":
    "Ce fichier imbrique trop de listes, de citations ou de tableaux pour être lu.",
  "paper.import.unreadable.too-large":
    "Ce fichier dépasse 5 Mo, ou est bien plus grand une fois décompressé. Retirez les images et ajoutez-les dans le brouillon.",
  "paper.import.unreadable.too-long":
    "Ce texte est trop long pour une lettre : environ 200 pages imprimées sont possibles.",
  "paper.import.unreadable.empty": "Il n’y a pas de texte dans ce fichier.",
  "paper.imported.title": "Votre brouillon est prêt",
  "paper.imported.lead": "À partir du fichier",
  "paper.imported.whole": "Tout ce qu’il contient a été repris.",
  "paper.imported.losses": "Ce qui n’a pas été repris tel quel",
  "paper.imported.losses.text":
    "Une lettre ne peut pas contenir ceci. Parcourez cette liste avant de continuer : elle reste à cette adresse jusqu’à la publication.",
  "paper.imported.edit": "Continuer dans le brouillon",
  "paper.loss.comments_one": "{{number}} commentaire en marge a été laissé de côté.",
  "paper.loss.comments_many": "{{number}} commentaires en marge ont été laissés de côté.",
  "paper.loss.comments_other": "{{number}} commentaires en marge ont été laissés de côté.",
  "paper.loss.deletions_one": "{{number}} suppression suivie a été appliquée.",
  "paper.loss.deletions_many": "{{number}} suppressions suivies ont été appliquées.",
  "paper.loss.deletions_other": "{{number}} suppressions suivies ont été appliquées.",
  "paper.loss.equations_one": "{{number}} formule a été laissée de côté.",
  "paper.loss.equations_many": "{{number}} formules ont été laissées de côté.",
  "paper.loss.equations_other": "{{number}} formules ont été laissées de côté.",
  "paper.loss.margins_one": "{{number}} en-tête ou pied de page a été laissé de côté :",
  "paper.loss.margins_many": "{{number}} en-têtes et pieds de page ont été laissés de côté :",
  "paper.loss.margins_other": "{{number}} en-têtes et pieds de page ont été laissés de côté :",
  "paper.loss.pictures_one":
    "{{number}} image ne se trouve pas dans le fichier, ou n’est pas de celles que Tribune lit. Sa description la remplace.",
  "paper.loss.pictures_many":
    "{{number}} images ne se trouvent pas dans le fichier, ou ne sont pas de celles que Tribune lit. Leur description les remplace.",
  "paper.loss.pictures_other":
    "{{number}} images ne se trouvent pas dans le fichier, ou ne sont pas de celles que Tribune lit. Leur description les remplace.",
  "paper.loss.undescribed_one":
    "{{number}} image sans description a été laissée de côté. Ajoutez-la dans le brouillon et dites ce qu’elle montre.",
  "paper.loss.undescribed_many":
    "{{number}} images sans description ont été laissées de côté. Ajoutez-les dans le brouillon et dites ce qu’elles montrent.",
  "paper.loss.undescribed_other":
    "{{number}} images sans description ont été laissées de côté. Ajoutez-les dans le brouillon et dites ce qu’elles montrent.",
  "paper.loss.links_one":
    "{{number}} lien ne mène ni au web ni à une boîte aux lettres ; ses mots sont restés :",
  "paper.loss.links_many":
    "{{number}} liens ne mènent ni au web ni à une boîte aux lettres ; leurs mots sont restés :",
  "paper.loss.links_other":
    "{{number}} liens ne mènent ni au web ni à une boîte aux lettres ; leurs mots sont restés :",
  "paper.loss.citations_one": "{{number}} citation est incomplète ou de trop ; ses mots sont restés :",
  "paper.loss.citations_many": "{{number}} citations sont incomplètes ou de trop ; leurs mots sont restés :",
  "paper.loss.citations_other": "{{number}} citations sont incomplètes ou de trop ; leurs mots sont restés :",
  "paper.loss.headings_one": "{{number}} intertitre de cinquième ou sixième niveau est passé au quatrième.",
  "paper.loss.headings_many":
    "{{number}} intertitres de cinquième ou sixième niveau sont passés au quatrième.",
  "paper.loss.headings_other":
    "{{number}} intertitres de cinquième ou sixième niveau sont passés au quatrième.",
  "paper.loss.deep_one":
    "{{number}} partie était trop imbriquée et se trouve à côté de ce qui la contenait :",
  "paper.loss.deep_many":
    "{{number}} parties étaient trop imbriquées et se trouvent à côté de ce qui les contenait :",
  "paper.loss.deep_other":
    "{{number}} parties étaient trop imbriquées et se trouvent à côté de ce qui les contenait :",
  "paper.loss.notes_one": "{{number}} note a été coupée à 2 000 signes :",
  "paper.loss.notes_many": "{{number}} notes ont été coupées à 2 000 signes :",
  "paper.loss.notes_other": "{{number}} notes ont été coupées à 2 000 signes :",
  "paper.loss.look_one":
    "{{number}} passage était souligné, en exposant, en indice ou surligné ; ses mots sont restés :",
  "paper.loss.look_many":
    "{{number}} passages étaient soulignés, en exposant, en indice ou surlignés ; leurs mots sont restés :",
  "paper.loss.look_other":
    "{{number}} passages étaient soulignés, en exposant, en indice ou surlignés ; leurs mots sont restés :",
  "paper.loss.element_one": "{{number}} élément a été laissé de côté :",
  "paper.loss.element_many": "{{number}} éléments ont été laissés de côté :",
  "paper.loss.element_other": "{{number}} éléments ont été laissés de côté :",
  "paper.loss.html_one": "{{number}} morceau de HTML figure comme du texte :",
  "paper.loss.html_many": "{{number}} morceaux de HTML figurent comme du texte :",
  "paper.loss.html_other": "{{number}} morceaux de HTML figurent comme du texte :",
  "paper.loss.matter_one": "{{number}} ligne en tête du fichier n’a pas servi :",
  "paper.loss.matter_many": "{{number}} lignes en tête du fichier n’ont pas servi :",
  "paper.loss.matter_other": "{{number}} lignes en tête du fichier n’ont pas servi :",
};
