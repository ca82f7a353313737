import { describe, expect, test } from "vitest";
import * as chronicleMessages from "#app/mail/chronicle-messages.ts";
import * as mandateMessages from "#app/mail/mandate-messages.ts";
import * as marginMessages from "#app/mail/margin-messages.ts";
import * as identityMessages from "#app/mail/identity-messages.ts";
import * as moderationMessages from "#app/mail/moderation-messages.ts";
import * as personalDataMessages from "#app/mail/personal-data-messages.ts";
import * as pipelineMessages from "#app/mail/pipeline-messages.ts";
import * as webhookMessages from "#app/mail/webhook-messages.ts";
import * as tokenMessages from "#app/mail/token-messages.ts";
import * as passkeyMessages from "#app/mail/passkey-messages.ts";
import * as signInMessages from "#app/mail/sign-in-messages.ts";
import * as noticeMessages from "#app/mail/notice-messages.ts";
import * as messages from "#app/mail/messages.ts";
import type { Notice } from "#app/notices/notice.ts";
import * as versionMessages from "#app/mail/version-messages.ts";
import * as proofMessages from "#app/mail/proof-messages.ts";

const link = "https://tribune.example/signatures/a-token";
const page = "https://tribune.example/letters/clouds";
const values = { name: "Zoé O’Neil", title: "Who reads our clouds?", version: 3 };
const receipt = { ...values, sha256: "ab".repeat(32), others: 4213 };

const signed = { name: values.name, organisation: "Écluse", title: values.title };
const organisation = { organisation: "Écluse" };
const domain = "écluse.example";

const told = { name: values.name, title: values.title, author: "Écluse" };
const links = { page, letter: page, own: link };
const reply = { name: "Iris", office: "Minister", day: "2026-11-02", body: "Yes.", address: page };

const said = { quote: "One rule. ".repeat(60), body: "Why so?\nSay it." };

const notice: Notice = {
  ...{
    id: 1,
    kind: "reply",
    path: "/letters/clouds",
    title: values.title,
    who: values.name,
    number: 1,
    day: null,
  },
  ...{ name: null, body: "Why <so>?", createdAt: new Date(), read: false },
  ...{ decided: null, disposition: null, reasons: null },
};
const noticeLinks = { origin: "https://tribune.example", unsubscribe: link };

const inLanguage = (language: "en" | "fr") => ({
  join: messages.joinMessage(language, values.name, link),
  alreadyJoined: messages.alreadyJoinedMessage(language, page, link),
  webhookDisabled: webhookMessages.webhookDisabledMessage(language, link, page),
  webhookGone: webhookMessages.webhookGoneMessage(language, link, page),
  tokenMade: tokenMessages.tokenMadeMessage(language, "Script", page),
  passkeyAdded: passkeyMessages.passkeyAddedMessage(language, "Blue key", page),
  passkeyRemoved: passkeyMessages.passkeyRemovedMessage(language, "Blue key", page),
  passkeysForgotten: passkeyMessages.passkeysForgottenMessage(language, page),
  recoveryCodeUsed: passkeyMessages.recoveryCodeUsedMessage(language, 9, page),
  newDevice: signInMessages.newDeviceMessage(
    language,
    { device: "Firefox · macOS", moment: "2026-11-26" },
    page,
  ),
  reset: messages.resetPasswordMessage(language, link),
  passwordChanged: messages.passwordChangedMessage(language, link),
  changeAddress: messages.changeAddressMessage(language, link),
  addressTaken: messages.addressTakenMessage(language, link),
  addressChanges: messages.addressChangesMessage(language, link),
  invitation: messages.invitationMessage(
    language,
    { inviter: values.name, organisation: "Écluse" },
    "owner",
    link,
  ),
  proveAddress: proofMessages.proveAddressMessage(language, { name: values.name, ...organisation }, link),
  mandateGranted: proofMessages.mandateGrantedMessage(
    language,
    { name: values.name, ...organisation, domain },
    page,
  ),
  domainFailing: proofMessages.domainFailingMessage(language, { ...organisation, domain }, new Date(), page),
  domainLapsed: proofMessages.domainLapsedMessage(language, { ...organisation, domain }, page),
  organisationsMerged: proofMessages.organisationsMergedMessage(
    language,
    { kept: "Écluse", gone: "Ecluse" },
    page,
  ),
  confirm: messages.confirmSignatureMessage(language, values, link),
  alreadySigned: messages.alreadySignedMessage(language, values, link),
  receipt: messages.signatureReceiptMessage(language, receipt, page, link),
  withdrawn: messages.withdrawnMessage(language, values, page),
  signedFor: mandateMessages.signedForMessage(language, "organisation", signed, page),
  claimed: mandateMessages.signedForMessage(language, "claim", signed, page),
  countersign: mandateMessages.countersignMessage(language, signed, link),
  withdrawnByOwner: mandateMessages.withdrawnByOwnerMessage(language, signed, page),
  claimRefused: mandateMessages.claimRefusedMessage(language, signed, page),
  newVersion: versionMessages.newVersionMessage(
    language,
    { ...values, signed: 1 },
    "It was time.",
    { text: "> More words.", more: page },
    link,
  ),
  newUpdate: chronicleMessages.newUpdateMessage(language, told, { title: "Heard", body: "By her." }, links),
  newReply: chronicleMessages.newReplyMessage(language, told, { ...reply, official: null }, links),
  replyOfOfficial: chronicleMessages.newReplyMessage(
    language,
    told,
    { ...reply, body: "", official: "Écluse" },
    links,
  ),
  replyRecorded: chronicleMessages.replyRecordedMessage(language, { ...values, body: "Écluse" }, page),
  myData: personalDataMessages.myDataMessage(language, link),
  marginMention: marginMessages.marginMessage(language, true, values, said, page),
  marginAnswer: marginMessages.marginMessage(language, false, values, said, page),
  reportReceived: moderationMessages.reportReceivedMessage(language, "comment", page),
  reportDecided: moderationMessages.reportDecidedMessage(
    language,
    "comment",
    { decision: "hide", reason: "harassment" },
    page,
  ),
  statementOfReasons: moderationMessages.statementOfReasonsMessage(
    language,
    {
      ...{ kind: "comment", words: "You are a fool.", decision: "pause", reason: "harassment" },
      ...{ statement: "It insults.", until: new Date() },
      ...{ passages: null, law: null, minutes: null },
    },
    link,
  ),
  statementOfRemoval: moderationMessages.statementOfReasonsMessage(
    language,
    {
      ...{ kind: "comment", words: "You are a fool.", decision: "remove", reason: "illegal-content" },
      ...{ statement: "It insults.", until: null },
      ...{
        passages: null,
        law: { provision: "Article 33, loi du 29 juillet 1881", from: "order" },
        minutes: null,
      },
    },
    link,
  ),
  statementOfHiddenPart: moderationMessages.statementOfReasonsMessage(
    language,
    {
      ...{ kind: "comment", words: "You are a fool.", decision: "hide-part", reason: "harassment" },
      ...{ statement: "It insults.", until: null, passages: ["a fool"], law: null, minutes: null },
    },
    link,
  ),
  statementOfSlowMode: moderationMessages.statementOfReasonsMessage(
    language,
    {
      ...{ kind: "letter", words: "You are fools.", decision: "slow", reason: "harassment" },
      ...{ statement: "It insults.", until: new Date(), passages: null, law: null, minutes: 15 },
    },
    link,
  ),
  contestUpheld: moderationMessages.contestAnsweredMessage(
    language,
    "hide",
    { answer: "uphold", text: "It insults." },
    link,
  ),
  contestOverturned: moderationMessages.contestAnsweredMessage(
    language,
    "hide",
    { answer: "overturn", text: "It was irony." },
    link,
  ),
  heldReleased: pipelineMessages.releasedMessage(language, "held", values.title, page),
  submissionReleased: pipelineMessages.releasedMessage(language, "submission", values.title, page),
  notice: noticeMessages.noticeMessage(language, [notice], noticeLinks),
  notices: noticeMessages.noticeMessage(language, [notice, { ...notice, kind: "mention" }], noticeLinks),
  dailyDigest: noticeMessages.digestMessage(language, "daily", [notice], 2, noticeLinks),
  weeklyDigest: noticeMessages.digestMessage(language, "weekly", [notice, notice], 0, noticeLinks),
  identityLinked: identityMessages.identityLinkedMessage(language, "login.example.org", link),
  identityUnlinked: identityMessages.identityUnlinkedMessage(language, "login.example.org", link),
  federatedMandate: identityMessages.federatedMandateMessage(
    language,
    { name: values.name, organisation: "Écluse", provider: "login.example.org" },
    link,
  ),
});
type Kind = keyof ReturnType<typeof inLanguage>;
const kinds = Object.keys(inLanguage("en")) as Kind[];
const aboutSignatures: Kind[] = ["confirm", "alreadySigned", "receipt", "withdrawn", "newVersion"];
/** French sets no-break spaces where the title was typed with plain ones or none. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ").replace(/ \?/g, "?");

test("every message of the application is looked at here", () => {
  // Some of them have several kinds.
  const makers = [
    messages,
    identityMessages,
    mandateMessages,
    proofMessages,
    versionMessages,
    chronicleMessages,
    marginMessages,
    moderationMessages,
    personalDataMessages,
    noticeMessages,
    passkeyMessages,
    pipelineMessages,
    tokenMessages,
    webhookMessages,
    signInMessages,
  ];
  expect(kinds).toHaveLength(makers.flatMap((file) => Object.keys(file)).length + 10);
});

describe.each(kinds)("the message %s", (kind) => {
  const [en, fr] = [inLanguage("en")[kind], inLanguage("fr")[kind]];

  test("is written in both languages", () => {
    expect(fr.kind).toBe(en.kind);
    expect(fr.subject).not.toBe(en.subject);
    expect(fr.body).not.toBe(en.body);
    for (const { subject, body } of [en, fr]) {
      expect(subject).toMatch(/^\S.+\S$/);
      expect(subject + body).not.toMatch(/\{\{|\}\}|undefined|mail\.\w+/);
      expect(body).toMatch(/\n\nTribune\n$/);
    }
  });

  test("has its links unchanged, each alone on its line", () => {
    for (const { body } of [en, fr]) {
      const lines = body.split("\n").filter((line) => line.includes("https:"));
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines)
        expect([link, page, `${noticeLinks.origin}/notices/subscriptions`]).toContain(
          line.replace(/\?choose=\w+$/, ""),
        );
    }
  });
});

test.each(aboutSignatures)("%s names the letter, in subject and text, and the signatory", (kind) => {
  for (const language of ["en", "fr"] as const) {
    const { subject, body } = inLanguage(language)[kind];
    expect(plain(subject)).toContain(values.title);
    expect(plain(body)).toContain(values.title);
    expect(body).toContain(values.name);
  }
});

test.each(aboutSignatures.filter((kind) => kind !== "withdrawn"))(
  "%s has the link that withdraws, and says so",
  (kind) => {
    expect(inLanguage("en")[kind].body.replace("?choose=withdraw", "")).toContain(`\n${link}\n`);
    expect(inLanguage("en")[kind].body).toMatch(/withdraw/);
    expect(inLanguage("fr")[kind].body.replace("?choose=withdraw", "")).toContain(`\n${link}\n`);
    expect(inLanguage("fr")[kind].body).toMatch(/retir/);
  },
);

test("a receipt names the version and the hash of the text that was signed", () => {
  for (const language of ["en", "fr"] as const) {
    const { body } = inLanguage(language).receipt;
    expect(body).toContain(receipt.sha256);
    expect(body).toMatch(/version 3/);
  }
});

test("a name that looks like part of a phrase is only a name", () => {
  const name = "{{link}} $t(mail.closing) {{- x}} <b>&amp;";
  expect(messages.joinMessage("en", name, link).body).toContain(`Hello ${name},`);
});
