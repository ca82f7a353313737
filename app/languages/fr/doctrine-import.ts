import type { doctrineImport as english } from "../en/doctrine-import.ts";

export const doctrineImport: Record<keyof typeof english, string> & Record<string, string> = {
  "doctrineImport.problem.outside": "Ce passage n’appartient à aucune règle : il n’est pas repris.",
  "doctrineImport.problem.taken-as-text":
    "Cette ligne ressemble à un intitulé, mais se trouve dans le texte d’une règle : elle a été lue comme du texte.",
  "doctrineImport.problem.title-too-long": "Cet intitulé est trop long : il a été lu comme du texte.",
  "doctrineImport.problem.number-too-long": "Ce numéro dépasse 80 caractères : il a été coupé.",
  "doctrineImport.problem.no-parent":
    "Le parent que nomme cet élément n’existe pas : l’élément est placé au premier niveau.",
  "doctrineImport.problem.no-item":
    "Cette entrée n’a ni référence, ni titre, ni texte : elle n’est pas reprise.",
  "doctrineImport.problem.twice":
    "Un autre élément porte déjà cet identifiant : ce qui le nomme comme parent est placé sous le premier.",
  "doctrineImport.problem.not-read": "Ceci n’est pas lu.",
  "doctrineImport.problem.front-matter": "L’en-tête n’est pas du YAML : il n’a pas été utilisé.",

  "doctrineImport.unreadable.not-text": "Ce fichier n’est pas un texte que Tribune sait lire.",
  "doctrineImport.unreadable.not-well-formed": "Ce fichier est mal formé.",
  "doctrineImport.unreadable.wrong-format":
    "Ce fichier est dans un format que Tribune ne lit pas, ou n’est pas ce que dit son nom. Tribune lit Markdown, texte brut, YAML, JSON, HTML, DOCX et Akoma Ntoso.",
  "doctrineImport.unreadable.too-deep": "Des règles sont imbriquées sur plus de 20 niveaux.",
  "doctrineImport.unreadable.too-large": "Ce fichier est trop volumineux : 10 Mo et 30 000 règles au plus.",

  "doctrineImport.why.stands-elsewhere":
    "Elles portent le même numéro, mais l’ancien ou le nouveau texte se trouve aussi sous un autre numéro.",
  "doctrineImport.why.hardly-alike":
    "Elles portent le même numéro, mais leurs textes n’ont presque rien en commun.",
  "doctrineImport.why.much-alike":
    "Elles portent des numéros différents, mais leurs textes se ressemblent beaucoup.",

  "doctrineImport.outcome.unchanged": "Cet état du texte existe déjà, avec le même contenu. Rien n’a changé.",
  "doctrineImport.outcome.revision-exists":
    "Il existe déjà un état à cette date, avec un autre contenu, et un état ne change pas. Rien n’a été importé.",
  "doctrineImport.outcome.older-than-newest":
    "Le texte a un état plus récent, du {{newest}}. Les états s’ajoutent du plus ancien au plus récent. Rien n’a été importé.",
  "doctrineImport.outcome.other-language":
    "Le texte existe dans une autre langue ({{language}}). Rien n’a été importé.",
  "doctrineImport.outcome.unknown-answers":
    "Ces paires n’existent pas, ou l’une des deux règles est déjà dans une autre paire : {{pairs}}. Rien n’a été importé.",
  "doctrineImport.outcome.empty": "Aucune règle n’a été trouvée dans le fichier. Rien n’a été importé.",
  "doctrineImport.outcome.too-deep":
    "Des règles sont imbriquées sur plus de 20 niveaux. Rien n’a été importé.",
  "doctrineImport.outcome.too-large": "Il y a plus de {{most}} règles. Rien n’a été importé.",
  "doctrineImport.outcome.changed-meanwhile":
    "Un autre état a été ajouté entre-temps. Relisez la comparaison, puis importez.",
};
